package io.github.tiercel.serving;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.Arrays;
import java.util.Optional;

/** Positive numbers that were measured once in each run; 0 counts as the least that can be told from it. */
final class RunSpread {

    private static final String METHOD = "t-log-runs";

    /** In milliseconds a nanosecond; far below any rate. */
    private static final double LEAST = 1e-6;

    /** So that rounding does not exclude the number that all runs agree on. */
    private static final double ROUNDING = 1e-12;

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

    /**
     * Where the geometric mean lies by how far logarithms are apart, {@code exp(mean ± t s / sqrt(runs))}; empty for
     * fewer than two. What runs take is skewed: without logarithms, one that stalled would make the lower end 0.
     */
    Optional<Interval> interval(double level) {
        if (runs.length < 2) {
            return Optional.empty();
        }
        RunSpread logs = new RunSpread(
                Arrays.stream(runs).map(run -> Math.log(Math.max(LEAST, run))).toArray());
        double half = Quantiles.student((1 + level) / 2, runs.length - 1) * logs.deviation() / Math.sqrt(runs.length);
        double middle = logs.mean();
        return Optional.of(new Interval(end(middle - half - ROUNDING), end(middle + half + ROUNDING), level, METHOD));
    }

    private static double end(double logarithm) {
        double value = Math.exp(logarithm);
        return value <= LEAST * (1 + 1e-9) ? 0 : value;
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
