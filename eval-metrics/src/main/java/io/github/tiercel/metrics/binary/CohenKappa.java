package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * Cohen's kappa: agreement of label and prediction beyond chance, {@code (po - pe) / (1 - pe)}, where po is the
 * observed agreement and pe the agreement expected from the margins. In [-1, 1].
 *
 * <p>Undefined where labels and predictions are one and the same single class, because pe is 1 then. Called
 * {@code cohen_kappa_score} in scikit-learn.
 *
 * <p>Source: J. Cohen, Educational and Psychological Measurement 20 (1960), doi:10.1177/001316446002000104.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record CohenKappa(double threshold) implements ConfusionMetric {

    @Override
    public String name() {
        return "cohen_kappa";
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
    public CohenKappa at(double other) {
        return new CohenKappa(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        if (isComplete(matrix)) {
            return Value.undefined(UndefinedReason.CHANCE_AGREEMENT_IS_COMPLETE);
        }
        // (po - pe) / (1 - pe) multiplied out: no difference of numbers near 1, which costs digits for rare classes.
        double total = matrix.total();
        double agreement = (matrix.truePositives() / total) * (matrix.trueNegatives() / total);
        double disagreement = (matrix.falsePositives() / total) * (matrix.falseNegatives() / total);
        return Value.of(Range.CORRELATION.clamp(2 * (agreement - disagreement) / disagreementByChance(matrix)));
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double observed = observed(matrix);
        double expected = expected(matrix);
        double total = matrix.total();
        // d pe / d cell adds the margin of predictions in the row's class and of labels in its predicted class.
        double bothPositive = (matrix.positives() + matrix.predictedPositives()) / total;
        double bothNegative = (matrix.negatives() + matrix.predictedNegatives()) / total;
        double falsePositive = (matrix.predictedNegatives() + matrix.positives()) / total;
        double falseNegative = (matrix.predictedPositives() + matrix.negatives()) / total;
        return new CellGradient(
                slope(1, bothPositive, observed, expected, total),
                slope(0, falsePositive, observed, expected, total),
                slope(0, falseNegative, observed, expected, total),
                slope(1, bothNegative, observed, expected, total));
    }

    private static double slope(double agree, double margins, double observed, double expected, double total) {
        double rest = 1 - expected;
        return ((agree - observed) * rest - (margins - 2 * expected) * (1 - observed)) / (rest * rest * total);
    }

    private static double disagreementByChance(ConfusionMatrix matrix) {
        double total = matrix.total();
        return (matrix.positives() / total) * (matrix.predictedNegatives() / total)
                + (matrix.negatives() / total) * (matrix.predictedPositives() / total);
    }

    private static boolean isComplete(ConfusionMatrix matrix) {
        return matrix.truePositives() == matrix.total() || matrix.trueNegatives() == matrix.total();
    }

    private static double observed(ConfusionMatrix matrix) {
        return (matrix.truePositives() + matrix.trueNegatives()) / matrix.total();
    }

    private static double expected(ConfusionMatrix matrix) {
        double total = matrix.total();
        return (matrix.positives() / total) * (matrix.predictedPositives() / total)
                + (matrix.negatives() / total) * (matrix.predictedNegatives() / total);
    }
}
