package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.data.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files behind a path, checked before DuckDB sees them so that the usual mistakes get a sentence of their own.
 *
 * @param path the path as the caller named it
 * @param format what every file holds
 * @param files absolute paths in the order of reading
 */
record DataFiles(Path path, FileFormat format, List<Path> files) {

    static DataFiles find(Path path) {
        if (!Files.exists(path)) {
            throw missing(path);
        }
        DataFiles found = Files.isDirectory(path) ? folder(path) : file(path);
        found.files.forEach(DataFiles::check);
        return found;
    }

    /** {@return the name for messages} */
    String name() {
        return name(path);
    }

    boolean isFolder() {
        return Files.isDirectory(path);
    }

    /** {@return the paths as patterns that match nothing else, as an SQL list} */
    String patterns() {
        return Sql.list(files.stream().map(file -> Sql.pattern(file.toString())).toList());
    }

    /**
     * {@return a text that is another one if a file was added, removed, or has another length or time of change}
     *
     * @throws UncheckedIOException if one cannot be looked at
     */
    String state() {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            state.append(file).append(' ').append(state(file)).append('\n');
        }
        return Fingerprint.of(state.toString());
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataFiles file(Path path) {
        return new DataFiles(path, FileFormat.of(name(path)), List.of(path.toAbsolutePath()));
    }

    private static DataFiles folder(Path folder) {
        List<Path> files = parquetBelow(folder.toAbsolutePath());
        if (files.isEmpty()) {
            throw new DataException(
                    "NO_FILE",
                    "The folder " + folder
                            + " holds no .parquet file, at any depth. Name a folder of Parquet files, or one file.");
        }
        return new DataFiles(folder, FileFormat.PARQUET, files);
    }

    private static List<Path> parquetBelow(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isData(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(
                    "UNREADABLE_FILE", "The folder " + folder + " cannot be listed. Check its permissions.", e);
        }
    }

    /**
     * Names with a leading dot or underscore belong to the writers: {@code _temporary}, {@code .part-0.parquet.crc}.
     */
    private static boolean isData(Path relative) {
        return relative.toString().endsWith(".parquet")
                && StreamSupport.stream(relative.spliterator(), false).noneMatch(DataFiles::isHidden);
    }

    private static boolean isHidden(Path part) {
        return part.toString().startsWith(".") || part.toString().startsWith("_");
    }

    private static void check(Path file) {
        if (!Files.isReadable(file)) {
            throw new DataException("UNREADABLE_FILE", "The file " + file + " cannot be read. Check its permissions.");
        }
        try {
            refuseEmpty(file);
        } catch (IOException e) {
            throw new DataException("UNREADABLE_FILE", "The file " + file + " cannot be read.", e);
        }
    }

    private static void refuseEmpty(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new DataException(
                    "UNREADABLE_FILE", "The file " + file + " is empty (0 bytes). Was it written to the end?");
        }
    }

    private static DataException missing(Path path) {
        return new DataException(
                "NO_FILE",
                "There is no file or folder " + path + "."
                        + NearestName.suggestion(
                                name(path), siblings(path.toAbsolutePath().getParent())));
    }

    private static List<String> siblings(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(DataFiles::name).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
