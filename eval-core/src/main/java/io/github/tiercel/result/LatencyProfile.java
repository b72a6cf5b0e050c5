package io.github.tiercel.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long calls of a model take at one batch size, asked for in one way.
 *
 * <p>In the closed loop the next call begins when the last has ended, so a model that stalls is asked less meanwhile.
 * In the open loop calls fall due at a fixed rate, and each is timed from when it was due, so that a stall counts for
 * every call that had to wait for it.
 *
 * @param batchRows rows in each call
 * @param arrivalsPerSecond the rate of the open loop in calls a second; empty in the closed loop
 * @param calls calls that were timed, over all runs
 * @param warmUpCalls calls made before, which were not
 * @param runs how often the measurement was repeated
 * @param seconds how long the timed calls took in all
 * @param percentiles latencies by name, {@code "p50"}, {@code "p90"}, {@code "p95"}, {@code "p99"}, {@code "p99.9"}
 * @param meanMillis the mean, in milliseconds
 * @param minMillis the shortest, in milliseconds
 * @param maxMillis the longest, in milliseconds
 * @param histogram how many calls took how long, in ascending order
 * @param noise why the measurement cannot be relied upon; empty if it can. One with noise decides a limit only if it
 *     would were it wrong by a factor of 3
 * @since 0.1
 */
public record LatencyProfile(
        int batchRows,
        OptionalDouble arrivalsPerSecond,
        long calls,
        long warmUpCalls,
        int runs,
        double seconds,
        Map<String, LatencyPercentile> percentiles,
        double meanMillis,
        double minMillis,
        double maxMillis,
        List<LatencyBin> histogram,
        Optional<String> noise) {

    /** Copies the collections, keeping their order. */
    public LatencyProfile {
        percentiles = Collections.unmodifiableMap(new LinkedHashMap<>(percentiles));
        histogram = List.copyOf(histogram);
    }

    /**
     * {@return a percentile}
     *
     * @param name such as {@code "p99"}
     * @throws IllegalArgumentException if there is none of that name
     */
    public LatencyPercentile percentile(String name) {
        return Optional.ofNullable(percentiles.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "percentile must be one of " + percentiles.keySet() + ", got \"" + name + "\""));
    }

    /**
     * Calls that took about as long.
     *
     * @param fromMillis the least latency, inclusive, in milliseconds
     * @param toMillis the latency above all of them, in milliseconds
     * @param calls how many there were, at least 1
     * @since 0.1
     */
    public record LatencyBin(double fromMillis, double toMillis, long calls) {}
}
