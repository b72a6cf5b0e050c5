package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * The coefficient of determination: {@code 1 - mse / V}, V being the weighted variance of the labels. 1 is perfect, 0
 * is as good as always predicting the mean label, and there is no lower bound.
 *
 * <p>Undefined without rows, where all labels are equal (one row included; scikit-learn says 1, 0 or NaN), and where
 * numbers are not finite. A few passes, no sort, no memory. The influence value is {@code -(y - p)² / V + mse (y -
 * mean)² / V²}. Called {@code r2_score} in scikit-learn.
 *
 * @since 0.1
 */
public final class RSquared implements SmoothMetric<RegressionPredictions> {

    RSquared() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Explained.RANGE;
    }

    @Override
    public Value value(RegressionPredictions predictions) {
        return Explained.aboutZero(predictions).value();
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        Explained explained = Explained.aboutZero(predictions);
        explained.value().requireFor(this);
        return explained.influence();
    }
}
