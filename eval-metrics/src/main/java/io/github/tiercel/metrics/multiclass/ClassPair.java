package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Two classes among their own rows: {@code (A(j|k) + A(k|j)) / 2} of Hand and Till. */
final class ClassPair {

    private final int[] rows;
    private final BinaryPredictions forward;
    private final BinaryPredictions backward;

    ClassPair(MulticlassPredictions predictions, int[][] rowsByClass, int first, int second) {
        this.rows = IntStream.concat(Arrays.stream(rowsByClass[first]), Arrays.stream(rowsByClass[second]))
                .toArray();
        this.forward = OneAgainst.others(predictions, first, rows);
        this.backward = OneAgainst.others(predictions, second, rows);
    }

    /** The rows of positive weight of each class: looked for once, not for every pair. */
    static int[][] rowsByClass(MulticlassPredictions predictions) {
        int[] counts = new int[predictions.classes().size()];
        for (int row = 0; row < predictions.rows(); row++) {
            counts[predictions.label(row)] += predictions.weight(row) > 0 ? 1 : 0;
        }
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, c -> new int[counts[c]]);
        for (int row = predictions.rows() - 1; row >= 0; row--) {
            if (predictions.weight(row) > 0) {
                int c = predictions.label(row);
                rows[c][--counts[c]] = row;
            }
        }
        return rows;
    }

    double auc() {
        return (BinaryMetrics.ROC_AUC.value(forward).orNaN()
                        + BinaryMetrics.ROC_AUC.value(backward).orNaN())
                / 2;
    }

    /** Adds {@code factor} times the pair's influence values among its own rows, and {@code constant}, to its rows. */
    void addInfluence(double factor, double constant, double[] influence) {
        double[] ahead = BinaryMetrics.ROC_AUC.influence(forward);
        double[] back = BinaryMetrics.ROC_AUC.influence(backward);
        for (int i = 0; i < rows.length; i++) {
            influence[rows[i]] += factor * (ahead[i] + back[i]) / 2 + constant;
        }
    }
}
