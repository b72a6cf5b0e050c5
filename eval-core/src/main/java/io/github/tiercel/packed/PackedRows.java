package io.github.tiercel.packed;

/**
 * Rows that are to be written, in the order of their positions. Columns go by their place in the set.
 *
 * @since 0.1
 */
public interface PackedRows {

    /** {@return the number of rows} */
    int rows();

    /**
     * {@return whether a row has no value}
     *
     * @param column the column's place
     * @param row the row, from 0
     */
    boolean isMissing(int column, int row);

    /**
     * {@return the value of a column of numbers or floats; not asked where missing}
     *
     * @param column the column's place
     * @param row the row, from 0
     */
    double number(int column, int row);

    /**
     * {@return the value of a column of integers or bytes; not asked where missing}
     *
     * @param column the column's place
     * @param row the row, from 0
     */
    long integer(int column, int row);

    /**
     * {@return the place in the dictionary of a text; not asked where missing}
     *
     * @param column the column's place
     * @param row the row, from 0
     */
    int code(int column, int row);
}
