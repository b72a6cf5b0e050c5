package io.github.tiercel.data;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of named columns, read column by column: what models that take arrays or tensors need.
 *
 * <p>Columns go by their place, from 0. Every array is a new one, filled in time proportional to the number of rows; a
 * row object is made when it is asked for. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Predictor<FeatureRow> model = ...;   // predict(Batch<FeatureRow> batch, ScoreSink scores):
 * FeatureBatch columns = FeatureBatch.of(batch);
 * double[] ages = columns.doubles(columns.column("age"));
 * }</pre>
 *
 * @since 0.1
 */
public final class FeatureBatch implements Batch<FeatureRow> {

    private final FeatureTable table;
    private final int[] rows;

    FeatureBatch(FeatureTable table, int[] rows) {
        this.table = table;
        this.rows = rows;
    }

    /**
     * {@return a batch of rows by columns: the batch itself if it is one already, else a copy of its values}
     *
     * @param batch rows that all have the columns of the first
     * @throws DataException if the names or types of columns differ between rows
     */
    public static FeatureBatch of(Batch<FeatureRow> batch) {
        return batch instanceof FeatureBatch same ? same : Transposition.of(batch);
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public FeatureRow row(int i) {
        return new TableRow(table, rows[i]);
    }

    /** {@return some rows by columns as well} */
    @Override
    public FeatureBatch select(int[] places) {
        return new FeatureBatch(
                table, Arrays.stream(places).map(place -> rows[place]).toArray());
    }

    /** {@return the names of the columns, distinct, in the order of their places} */
    public List<String> columns() {
        return table.names();
    }

    /**
     * {@return the place of a column}
     *
     * @param name a name in exactly this spelling
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public int column(String name) {
        int place = columns().indexOf(name);
        if (place < 0) {
            throw Columns.unknown(name, "the features", columns());
        }
        return place;
    }

    /**
     * {@return what the values of a column are}
     *
     * @param column the column's place
     */
    public ColumnType type(int column) {
        return table.type(column);
    }

    /**
     * {@return whether a row has no value in a column}
     *
     * @param i the row's place in the batch
     * @param column the column's place
     */
    public boolean isMissing(int i, int column) {
        return table.isMissing(rows[i], column);
    }

    /**
     * {@return the numbers of a column, integers as the nearest double, NaN where missing}
     *
     * @param column the column's place
     * @throws IllegalArgumentException if the column holds text
     */
    public double[] doubles(int column) {
        return table.numbers(rows, column);
    }

    /**
     * {@return the integers of a column, 0 where missing}
     *
     * @param column the column's place
     * @throws IllegalArgumentException if the column does not hold integers
     */
    public long[] longs(int column) {
        return table.integers(rows, column);
    }

    /**
     * {@return the values of a column as text, see {@link Column#text}; empty where missing}
     *
     * @param column the column's place
     */
    public String[] texts(int column) {
        String[] values = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = table.text(rows[i], column);
        }
        return values;
    }

    /**
     * {@return for each row the place of its value in {@link #dictionary}, {@link TextColumn#MISSING} where missing}
     *
     * @param column the column's place
     * @throws IllegalArgumentException if the column does not hold text
     */
    public int[] codes(int column) {
        TextColumn text = text(column);
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = text.code(rows[i]);
        }
        return codes;
    }

    /**
     * {@return the distinct values of a column; some may belong to no row of the batch}
     *
     * @param column the column's place
     * @throws IllegalArgumentException if the column does not hold text
     */
    public List<String> dictionary(int column) {
        return text(column).dictionary();
    }

    private TextColumn text(int column) {
        Column values = table.columns().get(column);
        if (values instanceof TextColumn text) {
            return text;
        }
        throw FeatureTable.isNot(values, "text with a dictionary");
    }
}
