package io.github.tiercel.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What stays on disk when the power fails. Content is forced before a name is given to it, and the folder after: a name
 * that nobody forced may be lost. Safe for use by several threads.
 *
 * <pre>{@code
 * Forced.write(temporary, Forced.Content.of(bytes));
 * Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
 * Forced.name(file);
 * }</pre>
 *
 * @since 0.1
 */
public final class Forced {

    private Forced() {}

    /**
     * Writes a file's content.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes all of it.
         *
         * @param channel the file, empty; it is closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(FileChannel channel) throws IOException;

        /**
         * {@return some bytes}
         *
         * @param bytes from their position to their limit; neither moves
         */
        static Content of(ByteBuffer bytes) {
            return channel -> {
                ByteBuffer left = bytes.duplicate();
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            };
        }
    }

    /**
     * Makes a file and forces its content to disk, but not its name.
     *
     * @param file where no file is yet
     * @param content what goes into it
     * @throws IOException if it cannot be written; a part of it may be there then
     */
    public static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    /**
     * Forces the content of a file to disk that others have written.
     *
     * @param file the file
     * @throws IOException if it cannot be forced
     */
    public static void file(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Forces the name of a file or folder to disk: those in the folder that holds it.
     *
     * @param path the file or folder
     * @throws IOException if the name is in doubt
     */
    public static void name(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        folder(folder == null ? absolute : folder);
    }

    /**
     * Forces the names in a folder to disk, where a folder can be opened: not on Windows.
     *
     * @param folder the folder
     * @throws IOException if they are in doubt
     */
    public static void folder(Path folder) throws IOException {
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
}
