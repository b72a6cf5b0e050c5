package io.github.tiercel.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Puts a file under its name whole and checked, or not at all, whatever interrupts it; never over another.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to disk, read again and checked, gets its name
 * in one step, and the folder is forced too. A process that is killed leaves a temporary file at most, which a later
 * one deletes after a day.
 */
final class NewFile {

    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");
    private static final Duration ABANDONED = Duration.ofDays(1);

    private NewFile() {}

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Throws if a file that was written is not what it should be. */
    @FunctionalInterface
    interface Check {
        void accept(Path file) throws IOException;
    }

    /** Tells whether a file's name is one that only a file in the making has. */
    static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Makes a file that only can be read.
     *
     * @return whether this call made it; false if one of that name was there or came first
     */
    static boolean create(Path folder, String name, Content content, Check check) throws IOException {
        Path temporary = folder.resolve(UUID.randomUUID() + ".tmp");
        try {
            write(temporary, content);
            check.accept(temporary);
            setReadOnly(temporary);
            deleteAbandoned(folder, Files.getLastModifiedTime(temporary));
            return place(temporary, folder.resolve(name)) && isKept(folder, name);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /** Makes a small file of these bytes. */
    static boolean create(Path folder, String name, byte[] bytes) throws IOException {
        return create(folder, name, channel -> writeAll(channel, bytes), file -> requireContent(file, bytes));
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private static void requireContent(Path file, byte[] bytes) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new CorruptFileException(file, "it has other bytes than were written");
        }
    }

    private static void write(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    /** A link, unlike a move, fails in one step where the name is taken. */
    private static boolean place(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links.
            return move(temporary, target);
        }
    }

    private static boolean move(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) {
            return false;
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** A name that is not forced to disk may be lost with the power, and then nobody shall have been told of it. */
    private static boolean isKept(Path folder, String name) throws IOException {
        try {
            force(folder);
            return true;
        } catch (IOException e) {
            deleteQuietly(folder.resolve(name));
            throw e;
        }
    }

    /** Forces the names in a folder to disk, where a folder can be opened: not on Windows. */
    static void force(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException e) {
            // Any other refusal, of a process with too many open files too, leaves the names in doubt.
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static void setReadOnly(Path file) {
        try {
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            permissions.addAll(Files.getPosixFilePermissions(file));
            permissions.remove(PosixFilePermission.OWNER_WRITE);
            permissions.remove(PosixFilePermission.GROUP_WRITE);
            permissions.remove(PosixFilePermission.OTHERS_WRITE);
            Files.setPosixFilePermissions(file, permissions);
        } catch (UnsupportedOperationException | IOException e) {
            // There files stay writable: on Windows, where a read-only one could not be deleted, and on file servers
            // that let nobody set permissions.
        }
    }

    /**
     * Deletes what processes left that were killed more than a day ago.
     *
     * @param now best the time of a file just written, so that no other clock than the file system's own plays a part
     */
    static void deleteAbandoned(Path folder, FileTime now) throws IOException {
        for (Path file : Names.in(folder, TEMPORARY)) {
            if (isAbandoned(file, now)) {
                deleteQuietly(file);
            }
        }
    }

    private static boolean isAbandoned(Path file, FileTime now) {
        try {
            long age = now.toMillis() - Files.getLastModifiedTime(file).toMillis();
            return age > ABANDONED.toMillis();
        } catch (IOException e) {
            // Its owner has finished it meanwhile.
            return false;
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What stays behind is ignored by readers.
        }
    }
}
