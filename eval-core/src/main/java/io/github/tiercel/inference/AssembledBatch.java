package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;

/** The rows of contiguous positions, ready for a model. */
final class AssembledBatch<X> {

    private final int from;
    private final int[] rows;
    private final Batch<X> batch;

    private AssembledBatch(int from, int[] rows, Batch<X> batch) {
        this.from = from;
        this.rows = rows;
        this.batch = batch;
    }

    static <X> AssembledBatch<X> of(Features<X> features, RowOrder order, int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = order.row(from + i);
        }
        Batch<X> batch = batch(features, rows);
        if (batch.size() != rows.length) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "The features gave a batch of " + CallerRows.number(batch.size())
                            + " rows when asked for " + CallerRows.number(rows.length) + " (" + CallerRows.named(rows)
                            + "). Features must give every row asked for, in that order.");
        }
        return new AssembledBatch<>(from, rows, batch);
    }

    /** Features are asked by one thread at a time, however many models read them. */
    private static <X> Batch<X> batch(Features<X> features, int[] rows) {
        synchronized (features) {
            return features.batch(rows);
        }
    }

    /** The first position. */
    int from() {
        return from;
    }

    /** The number of rows. */
    int size() {
        return rows.length;
    }

    Batch<X> batch() {
        return batch;
    }

    /** The caller's row, from 0, at a place in the batch. */
    int row(int place) {
        return rows[place];
    }

    int[] rows() {
        return rows.clone();
    }
}
