package io.github.tiercel.benchmarks;

import io.github.tiercel.metrics.BinaryPredictions;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Binary predictions of every size and shape that kernels are measured on. */
@State(Scope.Benchmark)
public class SortedRows {

    /** Rows. */
    @Param({"10000", "100000", "1000000", "10000000"})
    public int rows;

    /** Share of positive rows. */
    @Param({"0.01", "0.3"})
    public double positives;

    /** Distinct scores, 0 for continuous ones. */
    @Param({"0", "1000"})
    public int distinct;

    boolean[] labels = {};
    double[] scores = {};
    BinaryPredictions predictions = BinaryPredictions.wrap(new boolean[1], new double[1]);
    BinaryPredictions unsorted = predictions;

    /** Makes the rows and sorts them once. */
    @Setup
    public void setUp() {
        BinaryPredictions made = new SyntheticRows(rows, positives, 1).predictions();
        labels = new boolean[rows];
        scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = made.label(row);
            scores[row] = distinct == 0 ? made.score(row) : Math.rint(made.score(row) * distinct) / distinct;
        }
        predictions = BinaryPredictions.wrap(labels, scores);
        predictions.groups();
        unsorted = BinaryPredictions.wrap(labels, scores);
    }
}
