package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * Median absolute error: the weighted median of {@code |y - p|}, in the unit of the labels.
 *
 * <p>It is the smallest error with more than half of the weight up to it. Where exactly half of the weight lies up to
 * an error, it is the middle between that error and the next, so that an even number of equal rows has the usual
 * median. Undefined without rows, and where any error is not finite. A median has no smooth influence: the bootstrap
 * gives its interval. O(n log n). Called {@code median_absolute_error} in scikit-learn, whose weighted form takes the
 * lower of the two errors in 1.2.1.
 *
 * @since 0.1
 */
public final class MedianAbsoluteError implements Metric<RegressionPredictions> {

    /** Sums of the same weights in another order differ by a few roundings, which must not move the median. */
    private static final double HALF_TOLERANCE = 0x1p-48;

    MedianAbsoluteError() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "median_ae";
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
        WeightedRows rows = WeightedRows.of(predictions);
        if (rows.count() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        Ranks errors = ErrorRanks.of(predictions).select(rows.rows());
        // Infinity and NaN are the largest of numbers.
        return Double.isFinite(errors.level(errors.levels() - 1))
                ? Value.of(median(errors, rows))
                : Value.undefined(UndefinedReason.NOT_FINITE);
    }

    private static double median(Ranks errors, WeightedRows rows) {
        double[] weights = errors.levelWeights(rows.weights());
        CompensatedSum reached = new CompensatedSum();
        int level = 0;
        reached.add(weights[0]);
        while (level < weights.length - 1 && reached.value() < rows.total() / 2 * (1 - HALF_TOLERANCE)) {
            level++;
            reached.add(weights[level]);
        }
        boolean isHalf = reached.value() <= rows.total() / 2 * (1 + HALF_TOLERANCE);
        return isHalf && level < weights.length - 1
                ? errors.level(level) / 2 + errors.level(level + 1) / 2
                : errors.level(level);
    }
}
