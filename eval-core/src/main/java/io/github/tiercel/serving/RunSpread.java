package io.github.tiercel.serving;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.Optional;

/** Numbers that were measured once in each run. */
final class RunSpread {

    private static final String METHOD = "t-runs";

    private final double[] runs;

    RunSpread(double... runs) {
        this.runs = runs.clone();
    }

    double mean() {
        double sum = 0;
        for (double run : runs) {
            sum += run;
        }
        return sum / runs.length;
    }

    /** Where the mean lies by how far runs are apart, {@code mean ± t s / sqrt(runs)}; empty for fewer than two. */
    Optional<Interval> interval(double level) {
        if (runs.length < 2) {
            return Optional.empty();
        }
        double half = Quantiles.student((1 + level) / 2, runs.length - 1) * deviation() / Math.sqrt(runs.length);
        return Optional.of(new Interval(mean() - half, mean() + half, level, METHOD));
    }

    private double deviation() {
        double mean = mean();
        double squares = 0;
        for (double run : runs) {
            squares += (run - mean) * (run - mean);
        }
        return Math.sqrt(squares / (runs.length - 1));
    }
}
