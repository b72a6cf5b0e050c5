package io.github.tiercel.metrics.regression;

/**
 * Mean squared error: the weighted mean of {@code (y - p)²}, in the squared unit of the labels. Called
 * {@code mean_squared_error} in scikit-learn.
 *
 * @since 0.1
 */
public final class MeanSquaredError implements RowErrorMetric {

    MeanSquaredError() {}

    @Override
    public String name() {
        return "mse";
    }

    @Override
    public double rowError(double label, double predicted) {
        double error = label - predicted;
        return error * error;
    }
}
