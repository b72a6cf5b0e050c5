package io.github.tiercel.duckdb;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Filter;
import io.github.tiercel.data.Fingerprint;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads a table from files into memory: CSV and TSV, JSON lines or an array of objects (each also with {@code .gz}),
 * Parquet, and folders of Parquet files, told apart by their names. DuckDB does the reading, in parallel; only the
 * columns and rows asked for leave the file.
 *
 * <pre>{@code
 * Columns may = DuckDbReader.open(Path.of("holdout.parquet"))
 *         .select("id", "label", "score")
 *         .where(Filter.equal("month", "May"))
 *         .read();
 * }</pre>
 *
 * <p><b>Order.</b> Rows come in file order, whatever the number of threads; the files of a folder in the order of their
 * paths. Files and folders whose names start with a dot or an underscore are left out.
 *
 * <p><b>Types.</b> Integers of up to 64 bits become {@link io.github.tiercel.data.IntegerColumn}, those of unsigned or
 * wider types only if all values fit. Other numbers become {@link io.github.tiercel.data.NumberColumn}: floats widened
 * exactly, decimals and wider integers as the nearest double, NaN and infinities as they are. Everything else becomes
 * {@link io.github.tiercel.data.TextColumn}: booleans {@code true} and {@code false}, dates and times in ISO-8601,
 * zoned ones in UTC. Folder names such as {@code month=05} give columns of text. Lists, structs and bytes are refused.
 * NULL is missing.
 *
 * <p><b>CSV</b> is UTF-8 with a header and RFC 4180 quoting. The delimiter (comma, semicolon, tab or bar) is the one
 * that the header has most of. A column is numeric if all its values in the whole file are ({@code nan} and {@code inf}
 * are, {@code 007} is not), else text as written. An empty field is missing; a quoted one is empty text in a column of
 * text. In JSON too the whole file decides on a type, and dates stay as written.
 *
 * <p><b>Memory.</b> 8 bytes a number and 4 bytes a text per row plus each distinct text once, allocated once, since
 * rows are counted before they are read; and DuckDB's own, up to the limit.
 *
 * <p><b>Safety.</b> Each read has a DuckDB of its own, which can open the named file or folder and nothing else, loads
 * no extensions, and keeps what it spills in a folder that is deleted afterwards. Names and values never become SQL.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class DuckDbReader {

    private final Path path;
    private final List<String> selected;
    private final Optional<Filter> filter;
    private final Limits limits;

    private DuckDbReader(Path path, List<String> selected, Optional<Filter> filter, Limits limits) {
        this.path = path;
        this.selected = selected;
        this.filter = filter;
        this.limits = limits;
    }

    /**
     * {@return a reader of all columns and rows; nothing is opened yet}
     *
     * @param path a file or a folder
     */
    public static DuckDbReader open(Path path) {
        return new DuckDbReader(path, List.of(), Optional.empty(), Limits.DEFAULT);
    }

    /**
     * {@return a reader of some columns, in the order named; all columns if none is named}
     *
     * @param names names in exactly the file's spelling; one named twice is read once
     */
    public DuckDbReader select(String... names) {
        return select(List.of(names));
    }

    /**
     * {@return a reader of some columns, in the order named; all columns if none is named}
     *
     * @param names names in exactly the file's spelling; one named twice is read once
     */
    public DuckDbReader select(List<String> names) {
        return new DuckDbReader(path, List.copyOf(new LinkedHashSet<>(names)), filter, limits);
    }

    /**
     * {@return a reader of the rows that meet a condition, besides those set before}
     *
     * @param condition the condition, on any columns of the file
     */
    public DuckDbReader where(Filter condition) {
        Filter all = filter.map(before -> before.and(condition)).orElse(condition);
        return new DuckDbReader(path, selected, Optional.of(all), limits);
    }

    /**
     * {@return a reader whose DuckDB uses at most this much memory, outside of the Java heap; 1 GiB unless set}
     *
     * @param bytes bytes, at least 1; a thread is used for each 64 MiB, and one at least
     */
    public DuckDbReader memoryLimit(long bytes) {
        return new DuckDbReader(path, selected, filter, limits.withBytes(bytes));
    }

    /**
     * {@return a reader whose DuckDB uses this many threads; one for each processor unless set}
     *
     * @param threads threads, at least 1
     */
    public DuckDbReader threads(int threads) {
        return new DuckDbReader(path, selected, filter, limits.withThreads(threads));
    }

    /**
     * {@return the names of all columns, in the file's order, without reading rows (JSON has its names in its rows)}
     *
     * @throws io.github.tiercel.data.DataException if the file is missing, broken or of no known format
     */
    public List<String> names() {
        return inSession((session, data) -> Source.of(session, data).names());
    }

    /**
     * {@return the fingerprint of what is read: of the file's bytes, or of the names and bytes of the Parquet files
     * below the folder and of nothing else there}
     *
     * @throws io.github.tiercel.data.DataException if there is nothing to read, or it cannot be read
     */
    public String fingerprint() {
        DataFiles data = DataFiles.find(path);
        try {
            return data.isFolder() ? Fingerprint.of(data.path(), data.files()) : Fingerprint.of(path);
        } catch (UncheckedIOException e) {
            throw new DataException("UNREADABLE_FILE", path + " cannot be read. Check its permissions.", e);
        }
    }

    /**
     * {@return the columns and rows asked for; a file with a header only has 0 rows}
     *
     * @throws io.github.tiercel.data.DataException if the data cannot be read; the message says what to do
     * @throws IllegalArgumentException if a column does not exist, or a filter's value does not suit its column
     */
    public Columns read() {
        return read(rows -> {});
    }

    /**
     * {@return the columns and rows asked for; a file with a header only has 0 rows}
     *
     * @param rowsSoFar told how many rows have been read, every few thousand rows, in the calling thread
     * @throws io.github.tiercel.data.DataException if the data cannot be read; the message says what to do
     * @throws IllegalArgumentException if a column does not exist, or a filter's value does not suit its column
     */
    public Columns read(LongConsumer rowsSoFar) {
        return inSession(
                (session, data) -> new Reading(Query.plan(session, data, selected, filter)).run(session, rowsSoFar));
    }

    /** {@return how DuckDB would read} */
    String plan() {
        return inSession((session, data) -> String.join(
                "\n",
                session.rows("EXPLAIN "
                                + Query.plan(session, data, selected, filter).sql())
                        .get(0)));
    }

    private <T> T inSession(Work<T> work) {
        DataFiles data = DataFiles.find(path);
        try (Session session = Session.open(data, limits)) {
            return work.with(session, data);
        } catch (SQLException e) {
            throw ReadFailure.of(data, limits, e);
        }
    }

    private interface Work<T> {
        T with(Session session, DataFiles data) throws SQLException;
    }
}
