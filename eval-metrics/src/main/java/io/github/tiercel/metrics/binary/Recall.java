package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.UndefinedReason;

/**
 * The share of positive rows that are predicted positive: {@code TP / (TP + FN)}, also called sensitivity or true
 * positive rate. Undefined without positive rows. Called {@code recall_score} in scikit-learn.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record Recall(double threshold) implements ProportionMetric {

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Recall at(double other) {
        return new Recall(other);
    }

    @Override
    public double successes(ConfusionMatrix matrix) {
        return matrix.truePositives();
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
        double recall = successes(matrix) / trials(matrix);
        return CellGradient.ofRatio(recall, trials(matrix), new CellGradient(1, 0, 0, 0), new CellGradient(1, 0, 1, 0));
    }
}
