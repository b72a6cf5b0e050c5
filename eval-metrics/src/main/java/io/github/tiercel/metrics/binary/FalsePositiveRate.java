package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.UndefinedReason;

/**
 * The share of negative rows that are predicted positive: {@code FP / (FP + TN)}, one less specificity. Undefined
 * without negative rows. Smaller is better.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record FalsePositiveRate(double threshold) implements ProportionMetric {

    @Override
    public String name() {
        return "fpr";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public FalsePositiveRate at(double other) {
        return new FalsePositiveRate(other);
    }

    @Override
    public double successes(ConfusionMatrix matrix) {
        return matrix.falsePositives();
    }

    @Override
    public double trials(ConfusionMatrix matrix) {
        return matrix.negatives();
    }

    @Override
    public boolean isTrial(boolean label) {
        return !label;
    }

    @Override
    public UndefinedReason withoutTrials() {
        return UndefinedReason.NO_NEGATIVES;
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double rate = successes(matrix) / trials(matrix);
        return CellGradient.ofRatio(rate, trials(matrix), new CellGradient(0, 1, 0, 0), new CellGradient(0, 1, 0, 1));
    }
}
