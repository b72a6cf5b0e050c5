package io.github.tiercel.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Puts a file under its name whole and checked, or not at all, whatever interrupts it; never over another: of several
 * that make a file of one name, exactly one does.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to disk, read again and checked, gets its name
 * in one step, and the folder is forced too. A process that is killed leaves a temporary file at most, which a later
 * one deletes after a day.
 *
 * <p>Safe for use by several threads and processes.
 *
 * <pre>{@code
 * boolean mine = NewFile.create(folder, "key.txt", text.getBytes(StandardCharsets.UTF_8));
 * }</pre>
 *
 * @since 0.1
 */
public final class NewFile {

    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private NewFile() {}

    /**
     * Looks at a file that was written.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Check {

        /**
         * Reads it again.
         *
         * @param file the file, under a temporary name
         * @throws IOException if it is not what it should be
         */
        void accept(Path file) throws IOException;
    }

    /**
     * {@return whether a file's name is one that only a file in the making has}
     *
     * @param file the file, which need not be there
     */
    public static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Makes a file that only can be read.
     *
     * @param folder where, a folder that exists
     * @param name the file's name there
     * @param content asked once
     * @param check asked once the content is on disk, before it gets the name
     * @return whether this call made it; false if one of that name was there or came first
     * @throws IOException if it cannot be written or is not what it should be; then this call made none
     */
    public static boolean create(Path folder, String name, Forced.Content content, Check check) throws IOException {
        Path temporary = folder.resolve(UUID.randomUUID() + ".tmp");
        try {
            Forced.write(temporary, content);
            check.accept(temporary);
            setReadOnly(temporary);
            deleteAbandoned(folder, Files.getLastModifiedTime(temporary));
            return place(temporary, folder.resolve(name)) && isKept(folder.resolve(name));
        } finally {
            deleteQuietly(temporary);
        }
    }

    /**
     * Makes a small file of some bytes, that only can be read.
     *
     * @param folder where, a folder that exists
     * @param name the file's name there
     * @param bytes all of it
     * @return whether this call made it; false if one of that name was there or came first
     * @throws IOException if it cannot be written or has other bytes when it is read again; then this call made none
     */
    public static boolean create(Path folder, String name, byte[] bytes) throws IOException {
        return create(folder, name, Forced.Content.of(ByteBuffer.wrap(bytes)), file -> requireContent(file, bytes));
    }

    private static void requireContent(Path file, byte[] bytes) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new IOException(file + " is damaged: it has other bytes than were written");
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
    private static boolean isKept(Path file) throws IOException {
        try {
            Forced.name(file);
            return true;
        } catch (IOException e) {
            deleteQuietly(file);
            throw e;
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
     * Deletes what processes left that were killed more than a day ago while they made a file.
     *
     * @param folder the folder
     * @param now best the time of a file just written, so that no other clock than the file system's own plays a part
     * @throws IOException if the folder cannot be read
     */
    public static void deleteAbandoned(Path folder, FileTime now) throws IOException {
        Abandoned.in(folder, TEMPORARY, now).forEach(NewFile::deleteQuietly);
    }

    /**
     * Deletes a file, or a folder that is empty, if that can be.
     *
     * @param file what stays behind if it cannot; readers must not take it for anything
     */
    public static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What stays behind is ignored by readers.
        }
    }
}
