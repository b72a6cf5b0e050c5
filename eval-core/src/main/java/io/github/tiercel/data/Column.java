package io.github.tiercel.data;

/**
 * A named column of values, some of which may be missing. Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public sealed interface Column permits NumberColumn, IntegerColumn, TextColumn {

    /** {@return the column's name} */
    String name();

    /** {@return what the values are} */
    ColumnType type();

    /** {@return the number of rows} */
    int rows();

    /**
     * {@return whether the row has no value}
     *
     * @param row the row, from 0
     */
    boolean isMissing(int row);

    /**
     * {@return the value as canonical text: integers without a point, numbers as Java prints them; empty if missing}
     *
     * @param row the row, from 0
     */
    String text(int row);

    /**
     * {@return the column with some rows only, in the order named}
     *
     * @param rows row numbers from 0
     */
    Column select(int[] rows);
}
