package io.github.tiercel.metrics.regression;

/**
 * Mean absolute error: the weighted mean of {@code |y - p|}, in the unit of the labels. Called
 * {@code mean_absolute_error} in scikit-learn.
 *
 * @since 0.1
 */
public final class MeanAbsoluteError implements RowErrorMetric {

    MeanAbsoluteError() {}

    @Override
    public String name() {
        return "mae";
    }

    @Override
    public double rowError(double label, double predicted) {
        return Math.abs(label - predicted);
    }
}
