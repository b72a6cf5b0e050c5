package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowMessages;
import java.util.List;

/**
 * What the columns of a file are, and how its rows fall into record batches: all of {@value #BATCH_ROWS} rows but the
 * last. Within a batch each column is one block of bytes, padded to a multiple of 8 as Arrow asks.
 */
record TableShape(List<String> names, ColumnType type, int rows) {

    /** Rows in a record batch: large enough for fast reads, small enough to be a unit of damage and of reading. */
    static final int BATCH_ROWS = 1 << 16;

    TableShape {
        names = List.copyOf(names);
    }

    int columns() {
        return names.size();
    }

    int batches() {
        return batchesOf(rows);
    }

    /** Returns the number of batches that hold the first rows. */
    int batchesOf(int firstRows) {
        return (int) (((long) firstRows + BATCH_ROWS - 1) / BATCH_ROWS);
    }

    int rowsOf(int batch) {
        return (int) Math.min(BATCH_ROWS, rows - (long) batch * BATCH_ROWS);
    }

    /** Returns the length of one column's block in a batch, without padding. */
    int columnBytes(int batch) {
        return rowsOf(batch) * type.bytes();
    }

    /** Returns the length of a batch's blocks together. */
    long bodyBytes(int batch) {
        return (long) columns() * ArrowMessages.padded(columnBytes(batch));
    }

    int mostColumnBytes() {
        return Math.min(rows, BATCH_ROWS) * type.bytes();
    }
}
