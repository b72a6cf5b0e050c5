package io.github.tiercel.metrics.regression;

/**
 * Mean absolute percentage error: the weighted mean of {@code |y - p| / max(|y|, 2^-52)}, 0.1 meaning ten percent.
 *
 * <p>A label of 0 that is not predicted exactly costs 4.5e15 times its error. That drowns every other row, and is meant
 * to: the metric does not fit such labels. Called {@code mean_absolute_percentage_error} in scikit-learn, whose bound
 * of the denominator this is.
 *
 * @since 0.1
 */
public final class MeanAbsolutePercentageError implements RowErrorMetric {

    private static final double SMALLEST_LABEL = 0x1p-52;

    MeanAbsolutePercentageError() {}

    @Override
    public String name() {
        return "mape";
    }

    @Override
    public double rowError(double label, double predicted) {
        return Math.abs(label - predicted) / Math.max(Math.abs(label), SMALLEST_LABEL);
    }
}
