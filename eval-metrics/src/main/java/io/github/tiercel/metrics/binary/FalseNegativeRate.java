package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.UndefinedReason;

/**
 * The share of positive rows that are predicted negative: {@code FN / (FN + TP)}, one less recall; also called miss
 * rate. Undefined without positive rows. Smaller is better.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record FalseNegativeRate(double threshold) implements ProportionMetric {

    @Override
    public String name() {
        return "fnr";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public FalseNegativeRate at(double other) {
        return new FalseNegativeRate(other);
    }

    @Override
    public double successes(ConfusionMatrix matrix) {
        return matrix.falseNegatives();
    }

    @Override
    public double trials(ConfusionMatrix matrix) {
        return matrix.positives();
    }

    @Override
    public boolean isTrial(boolean label) {
        return label;
    }

    @Override
    public UndefinedReason withoutTrials() {
        return UndefinedReason.NO_POSITIVES;
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double rate = successes(matrix) / trials(matrix);
        return CellGradient.ofRatio(rate, trials(matrix), new CellGradient(0, 0, 1, 0), new CellGradient(1, 0, 1, 0));
    }
}
