package io.github.tiercel.duckdb;

import io.github.tiercel.data.Columns;
import io.github.tiercel.files.ReplacedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/**
 * Writes a table from memory to a Parquet or CSV file, told apart by the name; {@link DuckDbReader} reads the same
 * values back, to the last bit.
 *
 * <pre>{@code
 * DuckDbWriter.to(Path.of("scores.parquet")).floats(Set.of("score")).write(columns);
 * }</pre>
 *
 * <p><b>Types.</b> Integers are BIGINT, numbers DOUBLE, or REAL (32 bits) where asked for, texts VARCHAR, and a missing
 * value is NULL. CSV has a header, commas and RFC 4180 quoting; numbers have the shortest digits that give the same
 * double, infinities are {@code inf} and {@code -inf}, a missing value is an empty field and an empty text a quoted
 * one. CSV has no types: a column of texts that all look like numbers is read as one of numbers.
 *
 * <p><b>Whole or not at all.</b> The file is written beside its place under a name that ends in {@code .new}, forced to
 * disk and moved there in one step, over whatever file was there, and its folder is forced too. If that fails nothing
 * is left of it.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class DuckDbWriter {

    private final Path file;
    private final Set<String> floats;

    private DuckDbWriter(Path file, Set<String> floats) {
        this.file = file;
        this.floats = floats;
    }

    /**
     * {@return a writer of a file; nothing is opened yet}
     *
     * @param file a file whose name ends in .parquet or .csv, in a folder that exists
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public static DuckDbWriter to(Path file) {
        TableFormat.of(file);
        return new DuckDbWriter(file, Set.of());
    }

    /**
     * {@return a writer that gives some columns of numbers 32 bits in a Parquet file; to CSV it makes no difference}
     *
     * @param names names of columns of numbers that all are floats widened to double
     */
    public DuckDbWriter floats(Collection<String> names) {
        return new DuckDbWriter(file, Set.copyOf(names));
    }

    /**
     * Writes the columns in their order, and the rows in theirs.
     *
     * @param columns at least one; their names must not be blank, differ by more than the case of letters and hold no
     *     NUL
     * @throws IllegalArgumentException if there is no column, or a name is not of that kind
     * @throws UncheckedIOException if the file cannot be written
     */
    public void write(Columns columns) {
        WrittenTable table = new WrittenTable(columns, floats);
        try {
            refuseWhatIsNoFile();
            ReplacedFile.write(file, whole -> write(table, whole));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pipe or device that were replaced would not get the rows, and a folder cannot be. */
    private void refuseWhatIsNoFile() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is no regular file");
        }
    }

    private void write(WrittenTable table, Path target) throws IOException {
        try (Session session = Session.writing(target, Limits.DEFAULT)) {
            session.execute(table.create());
            table.appendTo(session);
            session.execute(table.copy(target, TableFormat.of(file)));
        } catch (SQLException e) {
            throw new IOException(ReadFailure.firstSentence(String.valueOf(e.getMessage())), e);
        }
    }
}
