package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Range;

/**
 * Symmetric mean absolute percentage error: the weighted mean of {@code 2 |y - p| / (|y| + |p|)}, in [0, 2]; a row with
 * label and prediction 0 counts 0. scikit-learn has none; some authors leave out the factor 2 or multiply by 100.
 *
 * @since 0.1
 */
public final class SymmetricPercentageError implements RowErrorMetric {

    private static final Range TO_TWO = new Range(0, 2);

    SymmetricPercentageError() {}

    @Override
    public String name() {
        return "smape";
    }

    @Override
    public Range range() {
        return TO_TWO;
    }

    @Override
    public double rowError(double label, double predicted) {
        double larger = Math.max(Math.abs(label), Math.abs(predicted));
        if (larger == 0) {
            return 0;
        }
        // Divided first, so that the sum of two large numbers stays finite.
        double sum = Math.abs(label) / larger + Math.abs(predicted) / larger;
        return Math.min(2, 2 * (Math.abs(label - predicted) / larger) / sum);
    }
}
