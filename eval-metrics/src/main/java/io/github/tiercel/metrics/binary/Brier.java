package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;

/**
 * The Brier score: the weighted mean of {@code (p - y)²}, in [0, 1]. Undefined without rows, and where scores are not
 * probabilities. Called {@code brier_score_loss} in scikit-learn.
 *
 * <p>Source: G. W. Brier, Monthly Weather Review 78 (1950), doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
 *
 * @since 0.1
 */
public final class Brier implements RowMeanMetric {

    Brier() {}

    @Override
    public String name() {
        return "brier";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public double rowValue(boolean label, double score) {
        double error = label ? 1 - score : score;
        return error * error;
    }

    @Override
    public double sum(BinaryPredictions predictions, int from, int to) {
        boolean clamped = predictions.clampedRows() > 0;
        double even = 0;
        double odd = 0;
        int row = from;
        for (; row + 1 < to; row += 2) {
            even += square(predictions, row, clamped);
            odd += square(predictions, row + 1, clamped);
        }
        return row < to ? even + odd + square(predictions, row, clamped) : even + odd;
    }

    @Override
    public void rowValues(BinaryPredictions predictions, int from, int to, double[] values) {
        boolean clamped = predictions.clampedRows() > 0;
        for (int row = from; row < to; row++) {
            values[row - from] = square(predictions, row, clamped);
        }
    }

    private static double square(BinaryPredictions predictions, int row, boolean clamped) {
        double probability = clamped ? predictions.probability(row) : predictions.score(row);
        double error = (predictions.label(row) ? 1 : 0) - probability;
        return error * error;
    }
}
