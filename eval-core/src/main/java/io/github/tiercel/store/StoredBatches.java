package io.github.tiercel.store;

/**
 * Contiguous positions that a model scored in batches, which lie at multiples of their size.
 *
 * @param from the first position
 * @param to the position behind the last
 * @param batchRows rows in a batch; the first and the last may have fewer
 */
record StoredBatches(int from, int to, int batchRows) {

    static StoredBatches of(Segment segment) {
        return new StoredBatches(segment.from(), segment.to(), segment.batchRows());
    }

    /** The number of batches. */
    int count() {
        return from == to ? 0 : (to - 1) / batchRows - from / batchRows + 1;
    }

    /** One of the batches, counted from 0. */
    StoredBatches batch(int number) {
        long start = (from / batchRows + (long) number) * batchRows;
        return new StoredBatches((int) Math.max(from, start), (int) Math.min(to, start + batchRows), batchRows);
    }
}
