package io.github.tiercel.store;

import java.nio.ByteBuffer;

/** Gives the numbers of a column that is to be written. */
@FunctionalInterface
interface ColumnSource {

    /** Puts {@code rows} numbers from {@code row} on into a buffer with exactly that much room, little-endian. */
    void put(int column, int row, int rows, ByteBuffer to);
}
