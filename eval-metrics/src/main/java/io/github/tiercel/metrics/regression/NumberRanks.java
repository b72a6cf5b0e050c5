package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SharedView;
import java.util.stream.IntStream;

/** Labels and predictions of all rows as ranks, sorted once for all metrics and weights. */
record NumberRanks(Ranks labels, Ranks predicted) {

    private static final SharedView<RegressionPredictions, NumberRanks> VIEW = new SharedView<>(NumberRanks::rank);

    static NumberRanks of(RegressionPredictions predictions) {
        return predictions.sharedByAnyWeights(VIEW);
    }

    private static NumberRanks rank(RegressionPredictions predictions) {
        return new NumberRanks(
                Ranks.of(IntStream.range(0, predictions.rows())
                        .mapToDouble(predictions::label)
                        .toArray()),
                Ranks.of(IntStream.range(0, predictions.rows())
                        .mapToDouble(predictions::predicted)
                        .toArray()));
    }
}
