package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The Jaccard index, also called intersection over union or critical success index: {@code TP / (TP + FP + FN)}, which
 * is {@code F1 / (2 - F1)}. Undefined where no row is positive, neither by label nor by prediction. Called
 * {@code jaccard_score} in scikit-learn.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record Jaccard(double threshold) implements ConfusionMetric {

    @Override
    public String name() {
        return "jaccard";
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
    public Jaccard at(double other) {
        return new Jaccard(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        double union = union(matrix);
        return union > 0
                ? Value.of(matrix.truePositives() / union)
                : Value.undefined(UndefinedReason.NO_POSITIVES_AT_ALL);
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double union = union(matrix);
        return CellGradient.ofRatio(
                matrix.truePositives() / union, union, new CellGradient(1, 0, 0, 0), new CellGradient(1, 1, 1, 0));
    }

    private static double union(ConfusionMatrix matrix) {
        return matrix.positives() + matrix.falsePositives();
    }
}
