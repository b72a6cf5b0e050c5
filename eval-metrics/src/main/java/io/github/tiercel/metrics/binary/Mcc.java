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
 * there). The denominator is a product of square roots, so that margins of any size cannot overflow.
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
        double root = rootOfMargins(matrix);
        return root > 0
                ? Value.of(Range.CORRELATION.clamp(covariance(matrix) / root))
                : Value.undefined(UndefinedReason.ONE_CLASS);
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double root = rootOfMargins(matrix);
        double half = value(matrix).orNaN() / 2;
        double predicted = half / matrix.predictedPositives();
        double rejected = half / matrix.predictedNegatives();
        double positive = half / matrix.positives();
        double negative = half / matrix.negatives();
        return new CellGradient(
                matrix.trueNegatives() / root - predicted - positive,
                -matrix.falseNegatives() / root - predicted - negative,
                -matrix.falsePositives() / root - rejected - positive,
                matrix.truePositives() / root - rejected - negative);
    }

    private static double covariance(ConfusionMatrix matrix) {
        return matrix.truePositives() * matrix.trueNegatives() - matrix.falsePositives() * matrix.falseNegatives();
    }

    private static double rootOfMargins(ConfusionMatrix matrix) {
        return Math.sqrt(matrix.predictedPositives())
                * Math.sqrt(matrix.positives())
                * Math.sqrt(matrix.negatives())
                * Math.sqrt(matrix.predictedNegatives());
    }
}
