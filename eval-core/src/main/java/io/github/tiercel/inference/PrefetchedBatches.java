package io.github.tiercel.inference;

/** Batches assembled ahead on another thread, so that the model need not wait for slow rows. */
record PrefetchedBatches<X>(BatchRange<X> range, int to, Ahead<AssembledBatch<X>> ahead) implements BatchSource<X> {

    /** Batches ready or in the making while the model is at work; more would only cost memory. */
    private static final int MOST_AHEAD = 2;

    static <X> PrefetchedBatches<X> upTo(int to, BatchRange<X> range) {
        return new PrefetchedBatches<>(range, to, new Ahead<>("tiercel-prefetch", 1));
    }

    @Override
    public AssembledBatch<X> from(int position) throws InterruptedException {
        int next = position;
        for (int i = 0; i < ahead.pending(); i++) {
            next = range.boundary(next + 1);
        }
        // The batch asked for leaves at once, so it does not count.
        while (next < to && ahead.pending() <= MOST_AHEAD) {
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
