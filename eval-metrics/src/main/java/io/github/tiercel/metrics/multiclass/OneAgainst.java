package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;

/** Some rows as binary predictions: is the row of this class or not, by the score of this class. */
final class OneAgainst {

    private OneAgainst() {}

    static BinaryPredictions others(MulticlassPredictions predictions, int c, int[] rows) {
        boolean[] labels = new boolean[rows.length];
        double[] scores = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = predictions.label(rows[i]) == c;
            scores[i] = predictions.score(c, rows[i]);
            weights[i] = predictions.weight(rows[i]);
        }
        return BinaryPredictions.wrap(labels, scores, weights);
    }
}
