package io.github.tiercel.serving;

import org.HdrHistogram.Histogram;

/**
 * Calls fall due at a fixed rate and are timed from when they were due, whenever they begin. A model that stalls makes
 * all of them wait that fall due meanwhile, and each counts with its wait: no coordinated omission.
 *
 * <p>When time is up, calls that were due and not yet made count with the time that they have waited.
 */
record OpenLoop(Clock clock, double callsPerSecond) implements Loop {

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public LatencyRun run(Calls calls, Extent extent) throws InterruptedException {
        Histogram latencies = LatencyRun.noLatencies();
        long began = clock.nanos();
        long passed = 0;
        long due = 0;
        for (long call = 0; !extent.isReached(call, due) && !(call > 0 && extent.isOver(passed)); call++) {
            Loop.requireNotInterrupted();
            clock.waitUntil(began + due);
            calls.next();
            passed = clock.nanos() - began;
            latencies.recordValue(passed - due);
            due = dueAfter(call + 1);
        }
        if (extent.isOver(passed)) {
            recordWaiting(latencies, passed);
        }
        return new LatencyRun(latencies, passed);
    }

    private void recordWaiting(Histogram latencies, long passed) {
        for (long due = dueAfter(latencies.getTotalCount()); due < passed; due = dueAfter(latencies.getTotalCount())) {
            latencies.recordValue(passed - due);
        }
    }

    /** When a call is due, counted from 0 and from the beginning. */
    private long dueAfter(long calls) {
        return (long) (calls * NANOS_PER_SECOND / callsPerSecond);
    }
}
