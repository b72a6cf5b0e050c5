package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Predictions made from others by changing labels, scores or weights. */
final class Variants {

    private Variants() {}

    static BinaryPredictions withScores(BinaryPredictions predictions, IntToDoubleFunction score) {
        return of(predictions, predictions::label, score);
    }

    static BinaryPredictions withLabels(BinaryPredictions predictions, IntPredicate label) {
        return of(predictions, label, predictions::score);
    }

    static BinaryPredictions timesWeights(BinaryPredictions predictions, IntToDoubleFunction factor) {
        double[] weights = weights(predictions);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= factor.applyAsDouble(row);
        }
        return predictions.withWeights(weights);
    }

    static BinaryPredictions repeated(BinaryPredictions predictions, int[] times) {
        return predictions.select(IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray());
    }

    static double[] weights(BinaryPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::weight)
                .toArray();
    }

    private static BinaryPredictions of(BinaryPredictions predictions, IntPredicate label, IntToDoubleFunction score) {
        boolean[] labels = new boolean[predictions.rows()];
        double[] scores = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = label.test(row);
            scores[row] = score.applyAsDouble(row);
        }
        return BinaryPredictions.of(labels, scores, weights(predictions));
    }
}
