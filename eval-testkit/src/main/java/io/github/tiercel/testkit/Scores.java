package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Predictions with the same labels and weights but other scores. */
final class Scores {

    private Scores() {}

    static BinaryPredictions times(BinaryPredictions predictions, double factor) {
        return mapped(predictions, row -> predictions.score(row) * factor);
    }

    static BinaryPredictions ranks(BinaryPredictions predictions) {
        double[] distinct = IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.score(row) + 0.0)
                .sorted()
                .distinct()
                .toArray();
        return mapped(predictions, row -> Arrays.binarySearch(distinct, predictions.score(row) + 0.0));
    }

    static BinaryPredictions withMixedZeros(BinaryPredictions predictions) {
        return mapped(predictions, row -> {
            double score = predictions.score(row);
            return score == 0 && row % 2 == 0 ? -score : score;
        });
    }

    private static BinaryPredictions mapped(BinaryPredictions predictions, IntToDoubleFunction score) {
        boolean[] labels = new boolean[predictions.rows()];
        double[] scores = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = predictions.label(row);
            scores[row] = score.applyAsDouble(row);
        }
        BinaryPredictions mapped = BinaryPredictions.wrap(labels, scores);
        return predictions.isWeighted() ? mapped.withWeights(Rows.weights(predictions)) : mapped;
    }
}
