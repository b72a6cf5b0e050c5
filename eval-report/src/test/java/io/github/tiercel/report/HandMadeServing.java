package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.GateUnit;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.LatencyProfile.LatencyBin;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import io.github.tiercel.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** How models behave in service, written by hand. The numbers are made up. */
final class HandMadeServing {

    private static final long[] CALLS = {26_000, 32_300, 2_700, 150, 50, 22, 10, 5, 2, 1};

    private HandMadeServing() {}

    /** A model that answers quickly, and was asked at two batch sizes; the second time something else was going on. */
    static ServingProfile quick() {
        return new ServingProfile(
                List.of(closedLoop(1), openLoop(1)),
                List.of(
                        new ThroughputProfile(
                                1_234_567,
                                Optional.of(interval(1_198_000, 1_271_000)),
                                1024,
                                2,
                                OptionalDouble.empty(),
                                Optional.empty()),
                        new ThroughputProfile(
                                21_300,
                                Optional.of(interval(20_900, 21_700)),
                                1,
                                1,
                                OptionalDouble.of(5),
                                Optional.empty())),
                Optional.of(new MemoryUse(OptionalLong.of(536_870_913), OptionalLong.of(12_900_000), 48_234_496)),
                OptionalLong.of(1_482_752),
                41.5);
    }

    /** A model of twice the size that takes longer. */
    static ServingProfile slow() {
        return new ServingProfile(
                List.of(closedLoop(1.9)),
                List.of(new ThroughputProfile(
                        649_772,
                        Optional.of(interval(630_000, 669_000)),
                        1024,
                        2,
                        OptionalDouble.empty(),
                        Optional.of("the load is 4.0 on 2 processors"))),
                Optional.empty(),
                OptionalLong.of(5_931_008),
                41.5);
    }

    /** What was measured of a model of which nearly nothing could be. */
    static ServingProfile bare() {
        return new ServingProfile(List.of(), List.of(), Optional.empty(), OptionalLong.empty(), 0);
    }

    private static LatencyProfile closedLoop(double factor) {
        Map<String, LatencyPercentile> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", percentile(factor * 0.0311, Optional.of(interval(factor * 0.0309, factor * 0.0313)), 5));
        percentiles.put(
                "p95", percentile(factor * 0.0447, Optional.of(interval(factor * 0.0441, factor * 0.0452)), 72));
        percentiles.put(
                "p99", percentile(factor * 0.0523, Optional.of(interval(factor * 0.0494, factor * 0.0601)), 368));
        return new LatencyProfile(
                1,
                OptionalDouble.empty(),
                61_240,
                2_000,
                5,
                2.03,
                percentiles,
                factor * 0.0331,
                factor * 0.0204,
                factor * 1.1,
                IntStream.range(0, CALLS.length)
                        .mapToObj(bin -> new LatencyBin(
                                factor * 0.02 * Math.pow(1.5, bin), factor * 0.02 * Math.pow(1.5, bin + 1), CALLS[bin]))
                        .toList(),
                Optional.empty());
    }

    private static LatencyProfile openLoop(double factor) {
        Map<String, LatencyPercentile> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", percentile(factor * 0.71, Optional.of(interval(factor * 0.7, factor * 0.73)), 5));
        percentiles.put("p99", percentile(factor * 7.94, Optional.of(interval(factor * 4.4, factor * 12.5)), 368));
        percentiles.put(
                "p99.9",
                new LatencyPercentile(
                        factor * 11.2, Optional.empty(), OptionalDouble.of(factor * 7.9), 3_688, List.of(11.1, 11.3)));
        return new LatencyProfile(
                64,
                OptionalDouble.of(200),
                1_000,
                50,
                3,
                5.01,
                percentiles,
                factor * 0.9,
                factor * 0.66,
                factor * 12.6,
                List.of(new LatencyBin(0.6, 0.8, 900), new LatencyBin(0.8, 12, 99), new LatencyBin(12, 13, 1)),
                Optional.of("p99 was 5.2, 4.4 and 7.9 ms in three runs; use a quiet machine, or more runs"));
    }

    private static LatencyPercentile percentile(double millis, Optional<Interval> interval, long needed) {
        OptionalDouble least = interval.stream().mapToDouble(Interval::lower).findFirst();
        return new LatencyPercentile(millis, interval, least, needed, List.of(millis * 0.98, millis * 1.02));
    }

    private static Interval interval(double lower, double upper) {
        return new Interval(lower, upper, 0.95, "order-statistics");
    }

    static GateResult latencyGate() {
        return new GateResult(
                "p99 <= 5ms",
                Verdict.PASS,
                OptionalDouble.of(0.0523),
                Optional.of(interval(0.0494, 0.0601)),
                5,
                0,
                OptionalLong.empty(),
                "the whole interval satisfies the rule",
                Optional.of(GateUnit.MILLISECONDS),
                OptionalLong.of(61_240));
    }

    /** By a byte. */
    static GateResult memoryGate() {
        return new GateResult(
                "memory <= 512MiB",
                Verdict.FAIL,
                OptionalDouble.of(536_870_913),
                Optional.empty(),
                536_870_912,
                0,
                OptionalLong.empty(),
                "the most memory that the process had does not satisfy the rule",
                Optional.of(GateUnit.BYTES),
                OptionalLong.empty());
    }
}
