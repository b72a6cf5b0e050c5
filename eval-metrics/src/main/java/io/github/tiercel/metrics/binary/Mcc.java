package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * Matthews correlation coefficient: the correlation of label and prediction, {@code (TP TN - FP FN) /
 * sqrt((TP+FP)(TP+FN)(TN+FP)(TN+FN))}, in [-1, 1].
 *
 * <p>Undefined where labels or predictions hold one class only (scikit-learn's {@code matthews_corrcoef} returns 0
 * there). The denominator is divided by one square root at a time, so that margins of any size cannot overflow.
 *
 * <p>Source: B. W. Matthews, Biochimica et Biophysica Acta 405 (1975), doi:10.1016/0005-2795(75)90109-9.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record Mcc(double threshold) implements ConfusionMetric {

    @Override
    public String name() {
        return "mcc";
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
    public Mcc at(double other) {
        return new Mcc(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        double labels = rootOfLabels(matrix);
        double decisions = rootOfDecisions(matrix);
        if (!(labels > 0 && decisions > 0)) {
            return Value.undefined(UndefinedReason.ONE_CLASS);
        }
        double agreement = (matrix.truePositives() / labels) * (matrix.trueNegatives() / decisions);
        double disagreement = (matrix.falsePositives() / labels) * (matrix.falseNegatives() / decisions);
        return Value.of(Range.CORRELATION.clamp(agreement - disagreement));
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double labels = rootOfLabels(matrix);
        double decisions = rootOfDecisions(matrix);
        double half = value(matrix).orNaN() / 2;
        double predicted = half / matrix.predictedPositives();
        double rejected = half / matrix.predictedNegatives();
        double positive = half / matrix.positives();
        double negative = half / matrix.negatives();
        return new CellGradient(
                matrix.trueNegatives() / labels / decisions - predicted - positive,
                -matrix.falseNegatives() / labels / decisions - predicted - negative,
                -matrix.falsePositives() / labels / decisions - rejected - positive,
                matrix.truePositives() / labels / decisions - rejected - negative);
    }

    private static double rootOfLabels(ConfusionMatrix matrix) {
        return Math.sqrt(matrix.positives()) * Math.sqrt(matrix.negatives());
    }

    private static double rootOfDecisions(ConfusionMatrix matrix) {
        return Math.sqrt(matrix.predictedPositives()) * Math.sqrt(matrix.predictedNegatives());
    }
}
