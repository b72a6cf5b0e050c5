package io.github.tiercel.serving;

/**
 * Searches for the highest rate at which calls in the open loop keep a 99th percentile of latency: doubling or halving
 * until a rate that keeps it lies beside one that does not, then bisection.
 *
 * @param limitNanos the latency to keep
 * @param stepNanos how long each rate is tried
 */
record RateSearch(Clock clock, long limitNanos, long stepNanos) {

    /** So many calls decide about a rate at least; at low rates they take longer than a step. */
    private static final long CALLS = 100;

    private static final int MOST_DOUBLINGS = 12;
    private static final int MOST_HALVINGS = 6;
    private static final int BISECTIONS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * {@return the highest rate in calls a second, too low by 2 % at most; 0 if none keeps the latency}
     *
     * @param first the rate to begin with
     */
    double highest(Calls calls, double first) throws InterruptedException {
        double kept = isKept(calls, first) ? doubled(calls, first) : halved(calls, first);
        return kept == 0 ? 0 : bisected(calls, kept);
    }

    private double doubled(Calls calls, double first) throws InterruptedException {
        double kept = first;
        for (int step = 0; step < MOST_DOUBLINGS && isKept(calls, 2 * kept); step++) {
            kept *= 2;
        }
        return kept;
    }

    private double halved(Calls calls, double first) throws InterruptedException {
        double rate = first;
        for (int step = 0; step < MOST_HALVINGS; step++) {
            rate /= 2;
            if (isKept(calls, rate)) {
                return rate;
            }
        }
        return 0;
    }

    private double bisected(Calls calls, double kept) throws InterruptedException {
        double low = kept;
        double high = 2 * kept;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = Math.sqrt(low * high);
            if (isKept(calls, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isKept(Calls calls, double rate) throws InterruptedException {
        long least = Math.max(stepNanos, (long) (CALLS * NANOS_PER_SECOND / rate));
        LatencyRun run = new OpenLoop(clock, rate).run(calls, new Extent(CALLS, least, 2 * least));
        return new SortedLatencies(run.latencies()).percentile(Percentile.P99) <= limitNanos;
    }
}
