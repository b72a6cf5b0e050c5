package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What the rows of each cluster contribute together, with one row that stands for the cluster. */
final class ClusterSums {

    private static final int NONE = -1;

    private final double[] sums;
    private final int[] rows;

    private ClusterSums(double[] sums, int[] rows) {
        this.sums = sums;
        this.rows = rows;
    }

    static ClusterSums of(Design design, Predictions predictions, IntToDoubleFunction ofRow) {
        double[] sums = new double[design.units()];
        int[] rows = new int[sums.length];
        Arrays.fill(rows, NONE);
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                sums[design.unit(row)] += ofRow.applyAsDouble(row);
                rows[design.unit(row)] = row;
            }
        }
        return new ClusterSums(sums, rows);
    }

    double sum(int cluster) {
        return sums[cluster];
    }

    /** A row of the cluster that has weight, or -1. */
    int row(int cluster) {
        return rows[cluster];
    }
}
