package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The share of rows predicted positive that are positive: {@code TP / (TP + FP)}, also called positive predictive
 * value. Undefined where no row is predicted positive (scikit-learn's {@code precision_score} returns 0 there unless
 * told otherwise).
 *
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record Precision(double threshold) implements ConfusionMetric, ShareMetric<BinaryPredictions> {

    @Override
    public String name() {
        return "precision";
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
    public Precision at(double other) {
        return new Precision(other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        double predicted = matrix.predictedPositives();
        return predicted > 0
                ? Value.of(matrix.truePositives() / predicted)
                : Value.undefined(UndefinedReason.NO_PREDICTED_POSITIVES);
    }

    @Override
    public double trials(ConfusionMatrix matrix) {
        return matrix.predictedPositives();
    }

    @Override
    public boolean isOfFixedRows() {
        return false;
    }

    @Override
    public MeanTerms terms(BinaryPredictions predictions) {
        value(predictions).requireFor(this);
        return ShareTerms.of(predictions, row -> predictions.score(row) >= threshold, predictions::label);
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double precision = matrix.truePositives() / matrix.predictedPositives();
        return CellGradient.ofRatio(
                precision, matrix.predictedPositives(), new CellGradient(1, 0, 0, 0), new CellGradient(1, 1, 0, 0));
    }
}
