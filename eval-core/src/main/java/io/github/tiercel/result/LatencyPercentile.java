package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A percentile of latency.
 *
 * @param millis the percentile over all runs, in milliseconds
 * @param interval where the percentile lies, in milliseconds, by order statistics and the spread of the runs; empty if
 *     there were too few calls
 * @param atLeastMillis what the percentile is at least, in milliseconds: a one-sided bound at {@code (1 + level) / 2},
 *     the lower end of the interval where there is one. A few slow calls tell it long before there are enough for an
 *     upper end; empty if there were too few even for that
 * @param callsNeeded the fewest calls that can bound this percentile from above
 * @param runs the percentile of each run, in milliseconds
 * @since 0.1
 */
public record LatencyPercentile(
        double millis, Optional<Interval> interval, OptionalDouble atLeastMillis, long callsNeeded, List<Double> runs) {

    /** Copies the list. */
    public LatencyPercentile {
        runs = List.copyOf(runs);
    }
}
