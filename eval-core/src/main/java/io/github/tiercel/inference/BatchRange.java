package io.github.tiercel.inference;

import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;

/** Batches by position: they end at multiples of the batch size, and with the last row. */
record BatchRange<X>(Features<X> features, RowOrder order, int batchRows) {

    /** The first boundary at or after a position. */
    int boundary(int position) {
        long batches = ((long) position + batchRows - 1) / batchRows;
        return (int) Math.min(order.size(), batches * batchRows);
    }

    /** The number of batches that hold some positions. */
    int batches(int from, int to) {
        return from == to ? 0 : (to - 1) / batchRows - from / batchRows + 1;
    }

    /** The batch that begins at a position and ends at the next boundary. */
    AssembledBatch<X> from(int position) {
        return batch(position, boundary(position + 1));
    }

    AssembledBatch<X> batch(int from, int to) {
        return AssembledBatch.of(features, order, from, to);
    }
}
