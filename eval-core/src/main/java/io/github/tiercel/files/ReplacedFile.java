package io.github.tiercel.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Puts a file under a name whole or not at all, over whatever file has it. It is written beside, under a name that
 * nobody else has and that ends in {@code .new}, forced to disk and moved in one step, and the folder is forced too. Of
 * several that write to one name the last one wins. If anything fails, nothing is left of it and the file that was
 * there stays; only if the folder cannot be forced the new one may be there already.
 *
 * <p>Safe for use by several threads and processes.
 *
 * <pre>{@code
 * ReplacedFile.write(Path.of("report.html"), page);
 * }</pre>
 *
 * @since 0.1
 */
public final class ReplacedFile {

    private ReplacedFile() {}

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
         * @param file an empty file
         * @throws IOException if it cannot be written
         */
        void writeTo(Path file) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param file the file, in a folder that exists
     * @param content asked once
     * @throws IOException if it cannot be written, or names no place for a file
     */
    public static void write(Path file, Content content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            // The file system's own refusal says more than that of whoever writes.
            Files.createFile(whole);
            content.writeTo(whole);
            Forced.file(whole);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Forced.name(file);
        } finally {
            NewFile.deleteQuietly(whole);
        }
    }

    /**
     * Writes a file of text, in UTF-8.
     *
     * @param file the file, in a folder that exists
     * @param text all of it
     * @throws IOException if it cannot be written, or names no place for a file
     */
    public static void write(Path file, String text) throws IOException {
        write(file, whole -> Files.writeString(whole, text));
    }
}
