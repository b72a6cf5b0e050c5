package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.Arbitrary;

final class BinaryKind implements Kind<BinaryPredictions> {

    @Override
    public Class<BinaryPredictions> type() {
        return BinaryPredictions.class;
    }

    @Override
    public Arbitrary<BinaryPredictions> any() {
        return BinaryPredictionsArbitraries.any();
    }

    @Override
    public double score(BinaryPredictions predictions, int plane, int row) {
        return predictions.score(row);
    }

    @Override
    public BinaryPredictions withScores(BinaryPredictions predictions, Plane scores) {
        return with(predictions, predictions::label, row -> scores.at(0, row));
    }

    @Override
    public double perfectScore(BinaryPredictions predictions, int plane, int row) {
        return predictions.label(row) ? 1 : 0;
    }

    @Override
    public Optional<BinaryPredictions> withLabelsReversed(BinaryPredictions predictions) {
        return Optional.of(with(predictions, row -> !predictions.label(row), predictions::score));
    }

    @Override
    public boolean areProbabilities(BinaryPredictions predictions) {
        return predictions.areProbabilities();
    }

    @Override
    public String describe(BinaryPredictions predictions, int row) {
        return (predictions.label(row) ? "+ " : "- ") + predictions.score(row);
    }

    private static BinaryPredictions with(BinaryPredictions original, IntPredicate label, IntToDoubleFunction score) {
        boolean[] labels = new boolean[original.rows()];
        double[] scores = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = label.test(row);
            scores[row] = score.applyAsDouble(row);
        }
        return Rows.weightedAs(original, BinaryPredictions.wrap(labels, scores));
    }
}
