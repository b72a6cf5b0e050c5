package io.github.tiercel.data;

import java.util.List;

/**
 * A row of named columns, each a number, an integer or a text, any of which may be missing.
 *
 * <p>Columns go by their place, from 0, or by their name, which is looked up each time in time proportional to the
 * number of columns. A place outside the columns is an {@link IndexOutOfBoundsException}.
 *
 * <pre>{@code
 * Predictor<FeatureRow> model = Predictor.of(row -> row.isMissing("age") ? 0.5 : row.number("age") / 100);
 * }</pre>
 *
 * @since 0.1
 */
public interface FeatureRow {

    /** {@return the names of the columns, distinct, in the order of their places} */
    List<String> columns();

    /**
     * {@return what the values of a column are}
     *
     * @param column the column's place
     */
    ColumnType type(int column);

    /**
     * {@return whether the row has no value in a column}
     *
     * @param column the column's place
     */
    boolean isMissing(int column);

    /**
     * {@return a number, or an integer as the nearest double; NaN if missing}
     *
     * @param column the column's place
     * @throws IllegalArgumentException if the column holds text
     */
    double number(int column);

    /**
     * {@return an integer; 0 if missing}
     *
     * @param column the column's place
     * @throws IllegalArgumentException if the column does not hold integers
     */
    long integer(int column);

    /**
     * {@return the value as text, see {@link Column#text}; empty if missing}
     *
     * @param column the column's place
     */
    String text(int column);

    /**
     * {@return the place of a column}
     *
     * @param name a name in exactly this spelling
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    default int column(String name) {
        int place = columns().indexOf(name);
        if (place < 0) {
            throw Columns.unknown(name, "the features", columns());
        }
        return place;
    }

    /**
     * {@return whether the row has no value in a column}
     *
     * @param column the column's name
     * @throws IllegalArgumentException if there is no such column
     */
    default boolean isMissing(String column) {
        return isMissing(column(column));
    }

    /**
     * {@return a number, or an integer as the nearest double; NaN if missing}
     *
     * @param column the column's name
     * @throws IllegalArgumentException if there is no such column, or it holds text
     */
    default double number(String column) {
        return number(column(column));
    }

    /**
     * {@return an integer; 0 if missing}
     *
     * @param column the column's name
     * @throws IllegalArgumentException if there is no such column, or it does not hold integers
     */
    default long integer(String column) {
        return integer(column(column));
    }

    /**
     * {@return the value as text, see {@link Column#text}; empty if missing}
     *
     * @param column the column's name
     * @throws IllegalArgumentException if there is no such column
     */
    default String text(String column) {
        return text(column(column));
    }
}
