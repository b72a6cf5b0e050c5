package io.github.tiercel.serving;

import java.util.OptionalDouble;

/**
 * Searches for the highest rate at which calls in the open loop keep a 99th percentile of latency: doubling or halving
 * until a rate that keeps it lies beside one that does not, then bisection.
 *
 * @param limitNanos the latency to keep
 * @param endNanos when time is up, by the clock
 */
record RateSearch(Clock clock, long limitNanos, long endNanos) {

    private static final long STEP_NANOS = 200_000_000;

    /** What waits in a queue waits no longer than a step: a shorter one would keep any limit at any rate. */
    private static final long LIMITS_IN_STEP = 4;

    /** So many calls decide about a rate at least; at low rates they take longer than a step. */
    private static final long CALLS = 50;

    private static final int MOST_DOUBLINGS = 12;
    private static final int MOST_HALVINGS = 6;
    private static final int BISECTIONS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * {@return the highest rate in calls a second, too low by 2 % at most if there was time to bisect; 0 if none keeps
     * the latency; empty unless one was found that does and, above it, one that does not}
     *
     * @param first the rate to begin with
     */
    OptionalDouble highest(Calls calls, double first) throws InterruptedException {
        if (!hasTimeFor(first)) {
            return OptionalDouble.empty();
        }
        return isKept(calls, first) ? doubled(calls, first) : halved(calls, first);
    }

    private OptionalDouble doubled(Calls calls, double first) throws InterruptedException {
        double kept = first;
        for (int step = 0; step < MOST_DOUBLINGS && hasTimeFor(2 * kept); step++) {
            if (!isKept(calls, 2 * kept)) {
                return OptionalDouble.of(bisected(calls, kept));
            }
            kept *= 2;
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble halved(Calls calls, double first) throws InterruptedException {
        double rate = first;
        for (int step = 0; step < MOST_HALVINGS; step++) {
            rate /= 2;
            if (!hasTimeFor(rate)) {
                return OptionalDouble.empty();
            }
            if (isKept(calls, rate)) {
                return OptionalDouble.of(bisected(calls, rate));
            }
        }
        return OptionalDouble.of(0);
    }

    private double bisected(Calls calls, double kept) throws InterruptedException {
        double low = kept;
        double high = 2 * kept;
        for (int step = 0; step < BISECTIONS && hasTimeFor(low); step++) {
            double middle = Math.sqrt(low * high);
            if (isKept(calls, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean hasTimeFor(double rate) {
        return clock.nanos() + stepAt(rate) <= endNanos;
    }

    private boolean isKept(Calls calls, double rate) throws InterruptedException {
        long least = stepAt(rate);
        LatencyRun run = new OpenLoop(clock, rate).run(calls, new Extent(CALLS, least, 2 * least));
        return new SortedLatencies(run.latencies()).percentile(Percentile.P99) <= limitNanos;
    }

    private long stepAt(double rate) {
        long least = Math.max(STEP_NANOS, LIMITS_IN_STEP * limitNanos);
        return Math.max(least, (long) (CALLS * NANOS_PER_SECOND / rate));
    }
}
