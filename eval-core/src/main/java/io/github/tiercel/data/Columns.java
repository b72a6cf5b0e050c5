package io.github.tiercel.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Columns of equal length, as a reader gives them. Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class Columns {

    /** More names than this help nobody who has mistyped one. */
    private static final int MOST_LISTED = 20;

    private final String source;
    private final int rows;
    private final List<Column> columns;

    private Columns(String source, int rows, List<Column> columns) {
        this.source = source;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * {@return a set of columns}
     *
     * @param source where they come from, for messages: {@code "holdout.parquet"}
     * @param rows the number of rows, needed where there is no column
     * @param columns columns of that length with distinct names
     * @throws IllegalArgumentException if a column has another length, or two have one name
     */
    public static Columns of(String source, int rows, List<? extends Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException("column \"" + column.name() + "\" has " + column.rows()
                        + " rows but " + source + " has " + rows);
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "columns must have distinct names, got \"" + column.name() + "\" twice in " + source);
            }
        }
        return new Columns(source, rows, List.copyOf(columns));
    }

    /**
     * {@return columns that lie in blocks, read into memory, in the order of the rows}
     *
     * @param source where they come from, for messages
     * @param blocks where they lie
     * @throws DataException if they cannot be read
     */
    public static Columns from(String source, ColumnBlocks blocks) {
        int[] rowAt = new int[blocks.rows()];
        int[] positions = blocks.positions();
        for (int row = 0; row < rowAt.length; row++) {
            rowAt[positions[row]] = row;
        }
        List<ColumnAssembly> whole = List.of();
        for (int from = 0; from < rowAt.length; from += blocks.blockRows()) {
            List<Column> part = blocks.block(from / blocks.blockRows()).columns;
            whole = from > 0
                    ? whole
                    : part.stream()
                            .map(column -> ColumnAssembly.like(column, rowAt.length))
                            .toList();
            put(part, Arrays.copyOfRange(rowAt, from, Math.min(rowAt.length, from + blocks.blockRows())), whole);
        }
        return new Columns(
                source, rowAt.length, whole.stream().map(ColumnAssembly::build).toList());
    }

    private static void put(List<Column> part, int[] places, List<ColumnAssembly> whole) {
        int[] rows = IntStream.range(0, places.length).toArray();
        for (int column = 0; column < part.size(); column++) {
            whole.get(column).put(part.get(column), rows, places, 0, places.length);
        }
    }

    List<Column> all() {
        return columns;
    }

    /** {@return where the columns come from, for messages} */
    public String source() {
        return source;
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the names of all columns} */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * {@return the column of a name}
     *
     * @param name a name in exactly this spelling
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, source, names()));
    }

    /**
     * {@return the error for a column that does not exist}
     *
     * @param name the name asked for
     * @param source where it was looked for
     * @param names the names that exist
     */
    public static IllegalArgumentException unknown(String name, String source, List<String> names) {
        return new UsageException(
                "UNKNOWN_COLUMN",
                "There is no column \"" + name + "\" in " + source + "." + NearestName.suggestion(name, names)
                        + " Columns: " + listed(names) + ".");
    }

    private static String listed(List<String> names) {
        int others = names.size() - MOST_LISTED;
        return others > 0
                ? String.join(", ", names.subList(0, MOST_LISTED)) + " and " + Offenders.number(others) + " others"
                : String.join(", ", names);
    }

    /**
     * {@return the columns with some rows only, in the order named}
     *
     * @param selected row numbers from 0
     */
    public Columns select(int[] selected) {
        return new Columns(
                source,
                selected.length,
                columns.stream().map(column -> column.select(selected)).toList());
    }
}
