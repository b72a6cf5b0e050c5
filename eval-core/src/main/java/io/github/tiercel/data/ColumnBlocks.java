package io.github.tiercel.data;

/**
 * Columns that lie elsewhere than in memory, and are read a block of rows at a time.
 *
 * <p>Rows have two numbers: that of the caller, and the position at which they lie. A block is all rows of contiguous
 * positions, {@link #blockRows()} of them but in the last one.
 *
 * @since 0.1
 */
public interface ColumnBlocks {

    /** {@return the number of rows} */
    int rows();

    /** {@return the number of rows in each block but the last, at least 1} */
    int blockRows();

    /** {@return for each row the position at which it lies: each of 0 to {@code rows() - 1} once; not to be changed} */
    int[] positions();

    /**
     * Reads a block. Columns have the same names, types and dictionaries in all of them.
     *
     * @param block the block, from 0
     * @return its rows in the order of their positions
     * @throws DataException if it cannot be read
     */
    Columns block(int block);
}
