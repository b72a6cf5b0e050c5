package io.github.tiercel.testkit;

import io.github.tiercel.metrics.RegressionPredictions;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** A row's only score is its predicted number. */
final class RegressionKind implements Kind<RegressionPredictions> {

    @Override
    public Class<RegressionPredictions> type() {
        return RegressionPredictions.class;
    }

    @Override
    public Arbitrary<RegressionPredictions> any() {
        return RegressionPredictionsArbitraries.any();
    }

    @Override
    public double score(RegressionPredictions predictions, int plane, int row) {
        return predictions.predicted(row);
    }

    @Override
    public RegressionPredictions withScores(RegressionPredictions predictions, Plane scores) {
        return with(predictions, predictions::label, row -> scores.at(0, row));
    }

    @Override
    public double perfectScore(RegressionPredictions predictions, int plane, int row) {
        return predictions.label(row);
    }

    @Override
    public Optional<RegressionPredictions> withLabelsReversed(RegressionPredictions predictions) {
        return Optional.of(with(predictions, row -> -predictions.label(row), predictions::predicted));
    }

    @Override
    public String describe(RegressionPredictions predictions, int row) {
        return predictions.label(row) + " as " + predictions.predicted(row);
    }

    private static RegressionPredictions with(
            RegressionPredictions original, IntToDoubleFunction label, IntToDoubleFunction predicted) {
        IntStream rows = IntStream.range(0, original.rows());
        double[] labels = rows.mapToDouble(label).toArray();
        double[] numbers =
                IntStream.range(0, labels.length).mapToDouble(predicted).toArray();
        return Rows.weightedAs(original, RegressionPredictions.wrap(labels, numbers));
    }
}
