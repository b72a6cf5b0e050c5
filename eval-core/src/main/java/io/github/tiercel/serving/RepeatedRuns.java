package io.github.tiercel.serving;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.LatencyPercentile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** Runs of the same measurement, and all of them taken together. */
final class RepeatedRuns {

    static final String METHOD = "order-statistics";
    static final String WIDENED = "order-statistics+runs";

    private final List<LatencyRun> runs;
    private final double level;
    private final Histogram all;

    RepeatedRuns(List<LatencyRun> runs, double level) {
        this.runs = List.copyOf(runs);
        this.level = level;
        this.all = LatencyRun.noLatencies();
        runs.forEach(run -> all.add(run.latencies()));
    }

    List<LatencyRun> runs() {
        return runs;
    }

    double level() {
        return level;
    }

    Histogram all() {
        return all;
    }

    SortedLatencies sorted() {
        return new SortedLatencies(all);
    }

    long nanos() {
        return runs.stream().mapToLong(LatencyRun::nanos).sum();
    }

    Map<String, LatencyPercentile> percentiles() {
        Map<String, LatencyPercentile> percentiles = new LinkedHashMap<>();
        for (Percentile percentile : Percentile.values()) {
            percentiles.put(percentile.text(), percentile(percentile));
        }
        return percentiles;
    }

    private LatencyPercentile percentile(Percentile percentile) {
        double[] ofRuns = ofRuns(percentile);
        return new LatencyPercentile(
                Nanos.millis(sorted().percentile(percentile)),
                interval(percentile, ofRuns),
                atLeast(percentile, ofRuns),
                percentile.ranks(level).valuesNeeded(0),
                Arrays.stream(ofRuns).boxed().toList());
    }

    private double[] ofRuns(Percentile percentile) {
        return runs.stream()
                .mapToDouble(run -> Nanos.millis(new SortedLatencies(run.latencies()).percentile(percentile)))
                .toArray();
    }

    /**
     * Calls within a run are not independent, so that an interval from all calls alone would be too narrow where runs
     * differ; it is widened to hold that from the runs.
     */
    private Optional<Interval> interval(Percentile percentile, double[] ofRuns) {
        OptionalLong lower = sorted().lowerBound(percentile, level);
        OptionalLong upper = sorted().upperBound(percentile, level);
        if (lower.isEmpty() || upper.isEmpty()) {
            return Optional.empty();
        }
        Interval calls = new Interval(Nanos.millis(lower.getAsLong()), Nanos.millis(upper.getAsLong()), level, METHOD);
        return Optional.of(new RunSpread(ofRuns)
                .interval(level)
                .map(spread -> hull(calls, spread))
                .orElse(calls));
    }

    /** Widened like the interval, whose lower end it is where there is one. */
    private OptionalDouble atLeast(Percentile percentile, double[] ofRuns) {
        OptionalLong calls = sorted().lowerBound(percentile, level);
        if (calls.isEmpty()) {
            return OptionalDouble.empty();
        }
        double least = Nanos.millis(calls.getAsLong());
        return OptionalDouble.of(new RunSpread(ofRuns)
                .interval(level)
                .map(spread -> Math.max(0, Math.min(least, spread.lower())))
                .orElse(least));
    }

    private static Interval hull(Interval calls, Interval spread) {
        return new Interval(
                Math.max(0, Math.min(calls.lower(), spread.lower())),
                Math.max(calls.upper(), spread.upper()),
                calls.level(),
                WIDENED);
    }
}
