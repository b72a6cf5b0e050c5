package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.UndefinedReason;

/**
 * The share of rows predicted right: {@code (TP + TN) / W}. Undefined without rows. Called {@code accuracy_score} in
 * scikit-learn.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record Accuracy(double threshold) implements ProportionMetric {

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Accuracy at(double other) {
        return new Accuracy(other);
    }

    @Override
    public double successes(ConfusionMatrix matrix) {
        return matrix.truePositives() + matrix.trueNegatives();
    }

    @Override
    public double trials(ConfusionMatrix matrix) {
        return matrix.total();
    }

    @Override
    public boolean isTrial(boolean label) {
        return true;
    }

    @Override
    public UndefinedReason withoutTrials() {
        return UndefinedReason.EMPTY;
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double accuracy = successes(matrix) / trials(matrix);
        return CellGradient.ofRatio(
                accuracy, matrix.total(), new CellGradient(1, 0, 0, 1), new CellGradient(1, 1, 1, 1));
    }
}
