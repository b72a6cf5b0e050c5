package io.github.tiercel.serving;

import org.HdrHistogram.Histogram;

/** Each call begins when the last has ended. */
record ClosedLoop(Clock clock) implements Loop {

    @Override
    public LatencyRun run(Calls calls, Extent extent) throws InterruptedException {
        Histogram latencies = LatencyRun.noLatencies();
        long began = clock.nanos();
        long passed;
        do {
            Loop.requireNotInterrupted();
            long start = clock.nanos();
            calls.next();
            long ended = clock.nanos();
            latencies.recordValue(ended - start);
            passed = ended - began;
        } while (!extent.isReached(latencies.getTotalCount(), passed) && !extent.isOver(passed));
        return new LatencyRun(latencies, passed);
    }
}
