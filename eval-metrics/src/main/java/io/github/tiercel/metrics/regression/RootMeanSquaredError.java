package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * Root mean squared error: the square root of the weighted mean of {@code (y - p)²}, in the unit of the labels.
 *
 * <p>Undefined as the mean squared error is. The influence value is {@code ((y - p)² - mse) / (2 rmse)}, and 0 where
 * every prediction is exact, since no weight can change that. Called {@code mean_squared_error(squared=False)} or
 * {@code root_mean_squared_error} in scikit-learn.
 *
 * @since 0.1
 */
public final class RootMeanSquaredError implements SmoothMetric<RegressionPredictions> {

    RootMeanSquaredError() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.NON_NEGATIVE;
    }

    @Override
    public Value value(RegressionPredictions predictions) {
        Value squared = RegressionMetrics.MSE.value(predictions);
        return squared.isDefined() ? Value.of(Math.sqrt(squared.orNaN())) : squared;
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        double root = value(predictions).requireFor(this);
        double[] influence = RegressionMetrics.MSE.influence(predictions);
        for (int row = 0; row < influence.length; row++) {
            influence[row] = root > 0 ? influence[row] / (2 * root) : 0;
        }
        return influence;
    }
}
