package io.github.tiercel.packed;

/**
 * Rows that are to be written into a packed set, in the order of their positions: a block of some of its rows, in
 * columns. Row r of a block of which the set holds f rows before it has the position f + r.
 *
 * <p>A column is named by its place in the set, from 0. Each has one kind, and only the method of that kind is asked of
 * it: {@link #number} of numbers and floats, which take any double, NaN and infinities included; {@link #integer} of
 * integers, which take any {@code long}, and of bytes; {@link #code} of texts, in [0, size of the dictionary). A value
 * that {@link #isMissing} is not asked for.
 *
 * <p>Read by one thread, some thousand rows at a time, of these column by column in ascending order of rows, each value
 * once or twice; an answer must be the same every time and should take O(1). Floats are rounded to the nearest float,
 * and bytes are the lowest eight bits.
 *
 * <pre>{@code
 * record Squares(int rows) implements PackedRows {
 *   public boolean isMissing(int column, int row) {
 *     return false;
 *   }
 *
 *   public double number(int column, int row) {
 *     return (double) row * row;
 *   }
 *
 *   public long integer(int column, int row) {
 *     return row;
 *   }
 *
 *   public int code(int column, int row) {
 *     throw new IllegalStateException("there is no column of texts");
 *   }
 * }
 * }</pre>
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
