package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Predictions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** The same predictions with rows in another order, repeated, left out or weighted anew. */
final class Rows {

    private Rows() {}

    static <P extends Predictions> P shuffled(P predictions, Random random) {
        int[] rows = IntStream.range(0, predictions.rows()).toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
        return sameKind(predictions, predictions.select(rows));
    }

    static int[] times(Predictions predictions, Random random, int least, int most) {
        return random.ints(predictions.rows(), least, most + 1).toArray();
    }

    static <P extends Predictions> P repeated(P predictions, int[] times) {
        int[] rows = IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray();
        return sameKind(predictions, predictions.select(rows));
    }

    static <P extends Predictions> P multiplied(P predictions, int[] factors) {
        double[] weights = weights(predictions);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= factors[row];
        }
        return withWeights(predictions, weights);
    }

    static <P extends Predictions> P multiplied(P predictions, int factor) {
        int[] factors = new int[predictions.rows()];
        Arrays.fill(factors, factor);
        return multiplied(predictions, factors);
    }

    static <P extends Predictions> P withWeights(P predictions, double[] weights) {
        return sameKind(predictions, predictions.withWeights(weights));
    }

    static double[] weights(Predictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::weight)
                .toArray();
    }

    /** Whether a metric that needs probabilities may have a value; kinds without the notion never stand in its way. */
    static boolean areProbabilities(Predictions predictions) {
        return !(predictions instanceof BinaryPredictions binary) || binary.areProbabilities();
    }

    @SuppressWarnings("unchecked") // the methods of Predictions return their own kind
    private static <P extends Predictions> P sameKind(P original, Predictions changed) {
        return (P) original.getClass().cast(changed);
    }
}
