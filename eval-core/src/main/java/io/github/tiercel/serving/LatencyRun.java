package io.github.tiercel.serving;

import org.HdrHistogram.Histogram;

/**
 * One run of calls.
 *
 * @param latencies how long each took, in nanoseconds
 * @param nanos how long they took together, waiting for the next included
 */
record LatencyRun(Histogram latencies, long nanos) {

    /** Of the value of a call, that is how much is kept. */
    private static final int SIGNIFICANT_DIGITS = 3;

    static Histogram noLatencies() {
        return new Histogram(SIGNIFICANT_DIGITS);
    }

    long calls() {
        return latencies.getTotalCount();
    }
}
