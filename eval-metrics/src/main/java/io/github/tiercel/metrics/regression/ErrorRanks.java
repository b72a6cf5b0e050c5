package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SharedView;
import java.util.stream.IntStream;

/** Absolute errors of all rows as ranks, sorted once for all weights. */
record ErrorRanks(Ranks errors) {

    private static final SharedView<RegressionPredictions, ErrorRanks> VIEW = new SharedView<>(ErrorRanks::rank);

    static Ranks of(RegressionPredictions predictions) {
        return predictions.sharedByAnyWeights(VIEW).errors;
    }

    private static ErrorRanks rank(RegressionPredictions predictions) {
        return new ErrorRanks(Ranks.of(IntStream.range(0, predictions.rows())
                .mapToDouble(row -> Math.abs(predictions.label(row) - predictions.predicted(row)))
                .toArray()));
    }
}
