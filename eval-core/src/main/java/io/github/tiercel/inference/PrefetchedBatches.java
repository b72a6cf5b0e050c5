package io.github.tiercel.inference;

/** Batches assembled ahead on another thread, so that the model need not wait for slow rows. */
record PrefetchedBatches<X>(BatchRange<X> range, int to, int mostAhead, Ahead<AssembledBatch<X>> ahead)
        implements BatchSource<X> {

    /** Batches ready or in the making while the model is at work; more would only cost memory. */
    private static final int MOST_AHEAD = 2;

    /** Rows that are read a block at a time are there all at once, and the next block takes as long as many batches. */
    private static final int SEQUENTIAL_ROWS = 65_536;

    static <X> PrefetchedBatches<X> upTo(int to, BatchRange<X> range) {
        int mostAhead = range.features().isSequential()
                ? Math.max(MOST_AHEAD, SEQUENTIAL_ROWS / range.batchRows())
                : MOST_AHEAD;
        return new PrefetchedBatches<>(range, to, mostAhead, new Ahead<>("tiercel-prefetch", 1));
    }

    @Override
    public AssembledBatch<X> from(int position) throws InterruptedException {
        int next = position;
        for (int i = 0; i < ahead.pending(); i++) {
            next = range.boundary(next + 1);
        }
        // The batch asked for leaves at once, so it does not count.
        while (next < to && ahead.pending() <= mostAhead) {
            int start = next;
            ahead.start(() -> range.from(start));
            next = range.boundary(start + 1);
        }
        return ahead.next();
    }

    @Override
    public void close() {
        ahead.close();
    }
}
