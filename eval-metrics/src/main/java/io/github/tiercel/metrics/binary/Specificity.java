package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.UndefinedReason;

/**
 * The share of negative rows that are predicted negative: {@code TN / (TN + FP)}, also called true negative rate.
 * Undefined without negative rows. In scikit-learn it is {@code recall_score(pos_label=0)}.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record Specificity(double threshold) implements ProportionMetric {

    @Override
    public String name() {
        return "specificity";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Specificity at(double other) {
        return new Specificity(other);
    }

    @Override
    public double successes(ConfusionMatrix matrix) {
        return matrix.trueNegatives();
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
        double specificity = successes(matrix) / trials(matrix);
        return CellGradient.ofRatio(
                specificity, trials(matrix), new CellGradient(0, 0, 0, 1), new CellGradient(0, 1, 0, 1));
    }
}
