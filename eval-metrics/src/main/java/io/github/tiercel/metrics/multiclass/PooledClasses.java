package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.SharedView;

/**
 * Every row once with every class: is the row of this class or not, by the score of this class. Rows of class 0 stand
 * first, then those of class 1.
 */
final class PooledClasses {

    private static final SharedView<MulticlassPredictions, PooledClasses> VIEW = new SharedView<>(PooledClasses::pool);

    private final BinaryPredictions pairs;

    private PooledClasses(BinaryPredictions pairs) {
        this.pairs = pairs;
    }

    /** Sorted once for all metrics that pool. */
    static BinaryPredictions of(MulticlassPredictions predictions) {
        return predictions.shared(VIEW).pairs;
    }

    private static PooledClasses pool(MulticlassPredictions predictions) {
        int rows = predictions.rows();
        boolean[] labels = new boolean[pairs(predictions)];
        double[] scores = new double[labels.length];
        for (int pair = 0; pair < labels.length; pair++) {
            labels[pair] = predictions.label(pair % rows) == pair / rows;
            scores[pair] = predictions.score(pair / rows, pair % rows);
        }
        return new PooledClasses(
                predictions.isWeighted()
                        ? BinaryPredictions.wrap(labels, scores, weights(predictions, labels.length))
                        : BinaryPredictions.wrap(labels, scores));
    }

    private static int pairs(MulticlassPredictions predictions) {
        long pairs = (long) predictions.rows() * predictions.classes().size();
        if (pairs > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "rows times classes must be at most 2^31 - 9 to be pooled, got " + pairs);
        }
        return (int) pairs;
    }

    /** Divided by a power of two, which changes no digit, so that their sum stays finite. */
    private static double[] weights(MulticlassPredictions predictions, int pairs) {
        int exponent = -Integer.SIZE
                + Integer.numberOfLeadingZeros(predictions.classes().size());
        double[] weights = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            weights[pair] = Math.scalb(predictions.weight(pair % predictions.rows()), exponent);
        }
        return weights;
    }
}
