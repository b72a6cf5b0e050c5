package io.github.tiercel.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists folders that others may change or delete meanwhile. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class Names {

    private Names() {}

    /**
     * {@return what is in a folder under a name of a pattern, in no order; nothing if the folder is gone}
     *
     * @param folder the folder
     * @param pattern matches the whole name, without the folder's
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> in(Path folder, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(String.valueOf(file.getFileName())).matches())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
