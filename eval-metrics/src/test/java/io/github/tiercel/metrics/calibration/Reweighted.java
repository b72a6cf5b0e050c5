package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The same predictions with other weights, rows repeated, or rows in another order. */
final class Reweighted {

    private Reweighted() {}

    static BinaryPredictions times(BinaryPredictions predictions, IntToDoubleFunction factor) {
        return predictions.withWeights(IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.weight(row) * factor.applyAsDouble(row))
                .toArray());
    }

    static BinaryPredictions repeated(BinaryPredictions predictions, int[] times) {
        return predictions.select(IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray());
    }

    static int[] shuffled(int rows, Random random) {
        int[] order = IntStream.range(0, rows).toArray();
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
