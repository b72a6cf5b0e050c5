package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The share of rows predicted negative that are negative: {@code TN / (TN + FN)}. Undefined where no row is predicted
 * negative. In scikit-learn it is {@code precision_score(pos_label=0)}, which returns 0 there.
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record NegativePredictiveValue(double threshold) implements ConfusionMetric, ShareMetric<BinaryPredictions> {

    @Override
    public String name() {
        return "npv";
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
    public NegativePredictiveValue at(double other) {
        return new NegativePredictiveValue(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        double predicted = matrix.predictedNegatives();
        return predicted > 0
                ? Value.of(matrix.trueNegatives() / predicted)
                : Value.undefined(UndefinedReason.NO_PREDICTED_NEGATIVES);
    }

    @Override
    public double trials(ConfusionMatrix matrix) {
        return matrix.predictedNegatives();
    }

    @Override
    public boolean isOfFixedRows() {
        return false;
    }

    @Override
    public MeanTerms terms(BinaryPredictions predictions) {
        value(predictions).requireFor(this);
        return ShareTerms.of(predictions, row -> predictions.score(row) < threshold, row -> !predictions.label(row));
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double npv = matrix.trueNegatives() / matrix.predictedNegatives();
        return CellGradient.ofRatio(
                npv, matrix.predictedNegatives(), new CellGradient(0, 0, 0, 1), new CellGradient(0, 0, 1, 1));
    }
}
