package io.github.tiercel.serving;

import org.HdrHistogram.Histogram;

/**
 * Calls fall due at a fixed rate and are timed from when they were due, whenever they begin. A model that stalls makes
 * all of them wait that fall due meanwhile, and each counts with its wait: no coordinated omission.
 *
 * <p>A call that falls due when time will be up is not waited for. When time is up, calls that were due and not yet
 * made count with the time that they have waited.
 */
record OpenLoop(Clock clock, double callsPerSecond) implements Loop {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long MOST_GROUPS = 1_000_000;

    @Override
    public LatencyRun run(Calls calls, Extent extent) throws InterruptedException {
        Histogram latencies = LatencyRun.noLatencies();
        long began = clock.nanos();
        long passed = 0;
        long due = 0;
        for (long call = 0;
                !extent.isReached(call, due) && !(call > 0 && extent.isOver(Math.max(passed, due)));
                call++) {
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

    /** Calls are recorded in groups if they are very many, with the wait of the middle one. */
    private void recordWaiting(Histogram latencies, long passed) {
        long end = dueBefore(passed);
        long group = 1 + (end - latencies.getTotalCount()) / MOST_GROUPS;
        for (long call = latencies.getTotalCount(); call < end; call += group) {
            long calls = Math.min(group, end - call);
            latencies.recordValueWithCount(passed - dueAfter(call + calls / 2), calls);
        }
    }

    private long dueBefore(long passed) {
        long calls = (long) Math.ceil(passed / NANOS_PER_SECOND * callsPerSecond);
        while (calls > 0 && dueAfter(calls - 1) >= passed) {
            calls--;
        }
        while (dueAfter(calls) < passed) {
            calls++;
        }
        return calls;
    }

    /** When a call is due, counted from 0 and from the beginning. */
    private long dueAfter(long calls) {
        return (long) (calls * NANOS_PER_SECOND / callsPerSecond);
    }
}
