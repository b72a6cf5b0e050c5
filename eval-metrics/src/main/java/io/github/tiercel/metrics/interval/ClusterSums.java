package io.github.tiercel.metrics.interval;

import java.util.Arrays;

/** What the rows of each cluster contribute together, with one row that stands for the cluster. */
final class ClusterSums {

    private static final int NONE = -1;

    private final double[] sums;
    private final int[] rows;

    private ClusterSums(double[] sums, int[] rows) {
        this.sums = sums;
        this.rows = rows;
    }

    static ClusterSums of(Design design, RowParts parts) {
        double[] sums = new double[design.units()];
        int[] rows = new int[sums.length];
        Arrays.fill(rows, NONE);
        for (int row = 0; row < design.rows(); row++) {
            if (parts.counts(row)) {
                sums[design.unit(row)] += parts.of(row);
                rows[design.unit(row)] = row;
            }
        }
        return new ClusterSums(sums, rows);
    }

    double sum(int cluster) {
        return sums[cluster];
    }

    /** A row of the cluster that counts, or -1. */
    int row(int cluster) {
        return rows[cluster];
    }
}
