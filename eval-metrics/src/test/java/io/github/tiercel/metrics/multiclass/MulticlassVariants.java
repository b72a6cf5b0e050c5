package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.MulticlassPredictions;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Predictions made from others by changing weights or the order of classes. */
final class MulticlassVariants {

    private MulticlassVariants() {}

    static double[] weights(MulticlassPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::weight)
                .toArray();
    }

    static MulticlassPredictions timesWeights(MulticlassPredictions predictions, IntToDoubleFunction factor) {
        double[] weights = weights(predictions);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= factor.applyAsDouble(row);
        }
        return predictions.withWeights(weights);
    }

    static MulticlassPredictions repeated(MulticlassPredictions predictions, int[] times) {
        return predictions.select(IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray());
    }

    /** The same predictions with class c at place {@code places[c]}. */
    static MulticlassPredictions reordered(MulticlassPredictions predictions, int[] places) {
        int[] labels = new int[predictions.rows()];
        double[][] scores = new double[places.length][labels.length];
        String[] names = new String[places.length];
        for (int c = 0; c < places.length; c++) {
            names[places[c]] = predictions.classes().get(c);
            for (int row = 0; row < labels.length; row++) {
                scores[places[c]][row] = predictions.score(c, row);
            }
        }
        for (int row = 0; row < labels.length; row++) {
            labels[row] = places[predictions.label(row)];
        }
        return MulticlassPredictions.of(List.of(names), labels, scores).withWeights(weights(predictions));
    }
}
