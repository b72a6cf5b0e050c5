package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many rows a second a model scores.
 *
 * @param rowsPerSecond rows a second, over all runs
 * @param interval where it lies, by the spread of the runs; empty for one run
 * @param batchRows rows in each call
 * @param threads threads that called the model at a time
 * @param latencyLimitMillis the latency at the 99th percentile that was to be kept; empty where nothing was to be kept
 * @param noise why the measurement cannot be relied upon; empty if it can. One with noise decides a limit only if it
 *     would were it wrong by a factor of 3
 * @since 0.1
 */
public record ThroughputProfile(
        double rowsPerSecond,
        Optional<Interval> interval,
        int batchRows,
        int threads,
        OptionalDouble latencyLimitMillis,
        Optional<String> noise) {}
