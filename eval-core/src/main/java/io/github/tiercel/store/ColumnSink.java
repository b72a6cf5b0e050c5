package io.github.tiercel.store;

import java.nio.ByteBuffer;

/** Takes the numbers of a column that was read, and found to be what was written. */
@FunctionalInterface
interface ColumnSink {

    /** Gets {@code rows} numbers, which belong at {@code row} and after, from a buffer that holds no more of them. */
    void take(int column, int row, int rows, ByteBuffer from);
}
