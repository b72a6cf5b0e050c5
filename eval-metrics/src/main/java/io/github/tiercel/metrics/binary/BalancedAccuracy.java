package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The mean of recall and specificity: {@code (TP / P + TN / N) / 2}. Undefined where one class is absent
 * (scikit-learn's {@code balanced_accuracy_score} averages over the classes that are present and warns).
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record BalancedAccuracy(double threshold) implements ConfusionMetric {

    @Override
    public String name() {
        return "balanced_accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public BalancedAccuracy at(double other) {
        return new BalancedAccuracy(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        if (!(matrix.positives() > 0)) {
            return Value.undefined(UndefinedReason.NO_POSITIVES);
        }
        if (!(matrix.negatives() > 0)) {
            return Value.undefined(UndefinedReason.NO_NEGATIVES);
        }
        return Value.of(
                (matrix.truePositives() / matrix.positives() + matrix.trueNegatives() / matrix.negatives()) / 2);
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double recall = matrix.truePositives() / matrix.positives();
        double specificity = matrix.trueNegatives() / matrix.negatives();
        return new CellGradient(
                (1 - recall) / (2 * matrix.positives()),
                -specificity / (2 * matrix.negatives()),
                -recall / (2 * matrix.positives()),
                (1 - specificity) / (2 * matrix.negatives()));
    }
}
