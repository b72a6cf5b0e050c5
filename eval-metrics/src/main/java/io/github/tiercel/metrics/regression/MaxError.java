package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The largest {@code |y - p|} of any row of positive weight, in the unit of the labels. Apart from weight 0, weights do
 * not matter.
 *
 * <p>Undefined without rows, and where numbers are not finite. It depends on one row only and grows with their number,
 * so it has no influence values; no replicate exceeds it, so a bootstrap says nothing of what other rows would show.
 * One pass. Called {@code max_error} in scikit-learn.
 *
 * @since 0.1
 */
public final class MaxError implements Metric<RegressionPredictions> {

    MaxError() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "max_error";
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
    public boolean isBootstrapped() {
        return false;
    }

    @Override
    public Value value(RegressionPredictions predictions) {
        int[] rows = WeightedRows.of(predictions).rows();
        if (rows.length == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        double largest = 0;
        for (int row : rows) {
            largest = Math.max(largest, Math.abs(predictions.label(row) - predictions.predicted(row)));
        }
        return Finite.value(largest);
    }
}
