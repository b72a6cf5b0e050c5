package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.RegressionPredictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a model of numbers is wrong, as aggregates to draw: by what it predicted, by how much, and how often. A
 * residual is {@code label - prediction}.
 *
 * <p>Bins hold about equal weight: bin {@code floor(15 b)}, b being the share of weight at lower predictions, so rows
 * of one prediction are never parted. Their intervals are for independent rows. Rows of weight 0 are as good as absent.
 * O(n log n); about 60 bytes a row while it works. Immutable.
 *
 * <pre>{@code
 * Residuals residuals = Residuals.of(predictions, 0.95).orElseThrow();
 * double enoughForNineOfTen = residuals.absolute().errorOf(0.9);
 * }</pre>
 *
 * @param bins means and residuals by prediction, from the lowest predictions up; at least one
 * @param histogram how residuals are distributed
 * @param absolute which share of rows is within which absolute error
 * @since 0.1
 */
public record Residuals(List<ResidualBin> bins, ResidualHistogram histogram, ErrorCurve absolute) {

    /**
     * Copies the bins.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Residuals {
        bins = List.copyOf(bins);
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("bins must be at least one, got none");
        }
    }

    /**
     * {@return the aggregates; empty without rows, and where a residual or a mean is beyond the range of doubles}
     *
     * @param predictions labels, predicted numbers and weights
     * @param level the confidence level of each bin's interval, in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public static Optional<Residuals> of(RegressionPredictions predictions, double level) {
        Arguments.level(level);
        WeightedRows rows = WeightedRows.of(predictions);
        return rows.count() > 0 && isInRange(predictions)
                ? Optional.of(of(predictions, rows, level))
                : Optional.empty();
    }

    private static Residuals of(RegressionPredictions predictions, WeightedRows rows, double level) {
        double[] residuals = rows.values(row -> predictions.label(row) - predictions.predicted(row));
        double[] errors = Arrays.stream(residuals).map(Math::abs).toArray();
        Distribution distribution = Distribution.of(residuals, rows.weights());
        return new Residuals(
                new ResidualBins(predictions, rows, level).list(),
                ResidualHistogram.of(residuals, rows.values(predictions::weight), distribution),
                ErrorCurve.of(Distribution.of(errors, rows.weights())));
    }

    /** Sums of residuals, and the width of all of them, must not overflow: no real label comes near. */
    private static boolean isInRange(RegressionPredictions predictions) {
        double most = Double.MAX_VALUE / 8 / Math.max(1, predictions.rows());
        return IntStream.range(0, predictions.rows())
                .filter(row -> predictions.weight(row) > 0)
                .allMatch(row ->
                        Math.abs(predictions.label(row)) <= most && Math.abs(predictions.predicted(row)) <= most);
    }
}
