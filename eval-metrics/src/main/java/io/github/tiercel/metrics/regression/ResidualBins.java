package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Puts the rows that count into bins of about equal weight, by their predictions. */
final class ResidualBins {

    private static final int BINS = 15;

    /** A share this close below an edge lies on it: sums of fractional weights are off by less. */
    private static final double ROUNDING = 1e-9;

    private final RegressionPredictions predictions;
    private final WeightedRows rows;
    private final double level;

    ResidualBins(RegressionPredictions predictions, WeightedRows rows, double level) {
        this.predictions = predictions;
        this.rows = rows;
        this.level = level;
    }

    /** From the lowest predictions up. */
    List<ResidualBin> list() {
        int[] ascending = ascending();
        List<ResidualBin> bins = new ArrayList<>();
        CompensatedSum below = new CompensatedSum();
        int from = 0;
        int last = 0;
        for (int i = 0; i < ascending.length; i++) {
            int bin = startsLevel(ascending, i) ? place(below.value() / rows.total()) : last;
            if (bin != last) {
                bins.add(bin(Arrays.copyOfRange(ascending, from, i)));
                from = i;
                last = bin;
            }
            below.add(rows.weight(ascending[i]));
        }
        bins.add(bin(Arrays.copyOfRange(ascending, from, ascending.length)));
        return bins;
    }

    private int[] ascending() {
        int[] counted = rows.rows();
        int[] order = NumberRanks.of(predictions).predicted().select(counted).order();
        return Arrays.stream(order).map(i -> counted[i]).toArray();
    }

    private boolean startsLevel(int[] ascending, int i) {
        return i == 0 || predictions.predicted(ascending[i]) != predictions.predicted(ascending[i - 1]);
    }

    private static int place(double shareBelow) {
        return (int) Math.min(Math.floor(shareBelow * BINS + ROUNDING), BINS - 1);
    }

    private ResidualBin bin(int[] some) {
        double weight = sum(some, row -> 1);
        double lowest = predictions.predicted(some[0]);
        double highest = predictions.predicted(some[some.length - 1]);
        double predicted = sum(some, predictions::predicted) / weight;
        double observed = sum(some, predictions::label) / weight;
        Distribution residuals = Distribution.of(
                values(some, row -> predictions.label(row) - predictions.predicted(row)), values(some, rows::weight));
        return new ResidualBin(
                lowest,
                highest,
                // Rounding may carry the mean of equal numbers past them.
                Math.max(lowest, Math.min(highest, predicted)),
                observed,
                interval(some, observed, weight),
                residuals.quantile(0.1),
                residuals.quantile(0.5),
                residuals.quantile(0.9),
                CompensatedSum.of(values(some, predictions::weight)),
                some.length);
    }

    private Optional<Interval> interval(int[] some, double mean, double weight) {
        double effective = 1 / sum(some, row -> rows.weight(row) / (weight * weight));
        if (!(effective >= 2 - ROUNDING)) {
            return Optional.empty();
        }
        double variance = sum(some, row -> square(predictions.label(row) - mean)) / weight;
        double margin = Math.sqrt(variance / (effective - 1)) * Quantiles.student((1 + level) / 2, effective - 1);
        return Double.isFinite(margin)
                ? Optional.of(new Interval(mean - margin, mean + margin, level, "student-t"))
                : Optional.empty();
    }

    private double sum(int[] some, IntToDoubleFunction value) {
        CompensatedSum sum = new CompensatedSum();
        for (int row : some) {
            sum.add(rows.weight(row) * value.applyAsDouble(row));
        }
        return sum.value();
    }

    private static double[] values(int[] some, IntToDoubleFunction value) {
        return Arrays.stream(some).mapToDouble(value).toArray();
    }

    private static double square(double x) {
        return x * x;
    }
}
