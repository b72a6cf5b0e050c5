package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A percentile of latency.
 *
 * @param millis the percentile over all runs, in milliseconds
 * @param interval where the percentile lies, in milliseconds, by order statistics and the spread of the runs; empty if
 *     there were too few calls
 * @param callsNeeded the fewest calls that can bound this percentile from above
 * @param runs the percentile of each run, in milliseconds
 * @since 0.1
 */
public record LatencyPercentile(double millis, Optional<Interval> interval, long callsNeeded, List<Double> runs) {

    /** Copies the list. */
    public LatencyPercentile {
        runs = List.copyOf(runs);
    }
}
