package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * Youden's J at a threshold: recall plus specificity less one, {@code TP / P - FP / N}, in [-1, 1], 0 for chance; also
 * called informedness. Its maximum over thresholds is {@link KolmogorovSmirnov}. Undefined where one class is absent.
 * It is {@code balanced_accuracy_score(adjusted=True)} in scikit-learn.
 *
 * <p>Source: W. J. Youden, "Index for rating diagnostic tests", Cancer 3 (1950),
 * doi:10.1002/1097-0142(1950)3:1&lt;32::AID-CNCR2820030106&gt;3.0.CO;2-3.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record YoudenJ(double threshold) implements ConfusionMetric {

    @Override
    public String name() {
        return "youden_j";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.CORRELATION;
    }

    @Override
    public YoudenJ at(double other) {
        return new YoudenJ(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        if (!(matrix.positives() > 0)) {
            return Value.undefined(UndefinedReason.NO_POSITIVES);
        }
        if (!(matrix.negatives() > 0)) {
            return Value.undefined(UndefinedReason.NO_NEGATIVES);
        }
        return Value.of(distance(matrix));
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double specificity = matrix.trueNegatives() / matrix.negatives();
        return new CellGradient(
                (1 - recall(matrix)) / matrix.positives(),
                -specificity / matrix.negatives(),
                -recall(matrix) / matrix.positives(),
                (1 - specificity) / matrix.negatives());
    }

    /** NaN where it is undefined. */
    static double distance(ConfusionMatrix matrix) {
        return recall(matrix) - matrix.falsePositives() / matrix.negatives();
    }

    private static double recall(ConfusionMatrix matrix) {
        return matrix.truePositives() / matrix.positives();
    }
}
