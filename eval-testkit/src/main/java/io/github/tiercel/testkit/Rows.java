package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** The same predictions with rows in another order, repeated, left out or weighted anew. */
final class Rows {

    private Rows() {}

    static int[] permutation(int size, Random random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    static <P extends Predictions> P reversed(P predictions) {
        int last = predictions.rows() - 1;
        return select(
                predictions,
                IntStream.rangeClosed(0, last).map(row -> last - row).toArray());
    }

    static <P extends Predictions> P shuffled(P predictions, Random random) {
        return select(predictions, permutation(predictions.rows(), random));
    }

    static <P extends Predictions> P select(P predictions, int[] rows) {
        return sameKind(predictions, predictions.select(rows));
    }

    /** Each row as often as it says there; copies of a unit are units of their own. */
    static <P extends Predictions> P repeated(P predictions, int[] times) {
        Kind<P> kind = Kind.of(predictions);
        int[] rows = IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray();
        int[] copies = new int[rows.length];
        for (int i = 1; i < rows.length; i++) {
            copies[i] = rows[i] == rows[i - 1] ? copies[i - 1] + 1 : 0;
        }
        P repeated = select(predictions, rows);
        return kind.withUnits(repeated, Units.ofCopies(kind.units(repeated), copies));
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

    /** The changed predictions with the weights of the original ones, if those have any. */
    static <P extends Predictions> P weightedAs(P original, P changed) {
        return original.isWeighted() ? withWeights(changed, weights(original)) : changed;
    }

    static double[] weights(Predictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::weight)
                .toArray();
    }

    @SuppressWarnings("unchecked") // the methods of Predictions return their own kind
    private static <P extends Predictions> P sameKind(P original, Predictions changed) {
        return (P) original.getClass().cast(changed);
    }
}
