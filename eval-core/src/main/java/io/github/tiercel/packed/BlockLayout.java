package io.github.tiercel.packed;

import io.github.tiercel.arrow.ArrowMessages;
import java.util.List;

/**
 * Where columns are in a record batch: each has its bits that say what is there, if values may be missing, and then its
 * values, both padded to a multiple of 8 bytes as Arrow asks.
 */
record BlockLayout(List<PackedColumn> columns, int rows) {

    /** Rows in a record batch: large enough for fast reads, small enough to be a unit of damage and of reading. */
    static final int BLOCK_ROWS = 1 << 16;

    static boolean isNullable(PackedColumn column) {
        return !column.isReserved();
    }

    /** The length of what says which rows have a value, without padding. */
    int validityBytes(int column) {
        return isNullable(columns.get(column)) ? (rows + Byte.SIZE - 1) / Byte.SIZE : 0;
    }

    /** The length of the values, without padding. */
    int valueBytes(int column) {
        return Math.multiplyExact(rows, columns.get(column).type().bytes());
    }

    /** The length of all of a column. */
    int bytes(int column) {
        return ArrowMessages.padded(validityBytes(column)) + ArrowMessages.padded(valueBytes(column));
    }

    /** Where a column begins, from the start of the batch's body. */
    long offset(int column) {
        long offset = 0;
        for (int before = 0; before < column; before++) {
            offset += bytes(before);
        }
        return offset;
    }

    long bodyBytes() {
        return offset(columns.size());
    }
}
