package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * A metric that is the weighted mean of an error of each row: {@code sum w_i f(y_i, p_i) / sum w_i}. Smaller is better.
 *
 * <p>Undefined without rows, and where an infinite label or prediction, or one too large, makes the sum infinite. Its
 * influence value is {@code f(y_i, p_i) - mean}. Two passes, no sort, no memory; the sum is compensated.
 *
 * <pre>{@code
 * record CappedError(double cap) implements RowErrorMetric {
 *   public String name() {
 *     return "capped_error";
 *   }
 *
 *   public double rowError(double label, double predicted) {
 *     return Math.min(cap, Math.abs(label - predicted));
 *   }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface RowErrorMetric extends MeanMetric<RegressionPredictions> {

    /**
     * {@return the error of one row, at least 0}
     *
     * @param label the row's true number
     * @param predicted the row's predicted number
     */
    double rowError(double label, double predicted);

    @Override
    default Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    default Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    default Range range() {
        return Range.NON_NEGATIVE;
    }

    @Override
    default Value value(RegressionPredictions predictions) {
        WeightedRows rows = WeightedRows.of(predictions);
        if (rows.count() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        return Finite.value(rows.mean(row -> rowError(predictions, row)));
    }

    @Override
    default double[] influence(RegressionPredictions predictions) {
        double mean = value(predictions).requireFor(this);
        return WeightedRows.of(predictions).influence(row -> rowError(predictions, row) - mean);
    }

    @Override
    default MeanTerms terms(RegressionPredictions predictions) {
        value(predictions).requireFor(this);
        double[] errors = WeightedRows.of(predictions).influence(row -> rowError(predictions, row));
        return MeanTerms.ofRows(predictions, errors);
    }

    private double rowError(RegressionPredictions predictions, int row) {
        return rowError(predictions.label(row), predictions.predicted(row));
    }
}
