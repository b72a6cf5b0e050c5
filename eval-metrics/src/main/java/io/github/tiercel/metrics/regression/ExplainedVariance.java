package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * Explained variance: {@code 1 - Var(y - p) / Var(y)}, both weighted. Unlike R² it forgives a constant offset of the
 * predictions, so it is never below R².
 *
 * <p>Undefined without rows, where all labels are equal (one row included; scikit-learn says 1 or 0), and where numbers
 * are not finite. A few passes, no sort, no memory. The influence value is that of R² with centred errors. Called
 * {@code explained_variance_score} in scikit-learn.
 *
 * @since 0.1
 */
public final class ExplainedVariance implements SmoothMetric<RegressionPredictions> {

    ExplainedVariance() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "explained_variance";
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
        return Explained.aboutMean(predictions).value();
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        Explained explained = Explained.aboutMean(predictions);
        explained.value().requireFor(this);
        return explained.influence();
    }
}
