package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.DoubleBinaryOperator;

/**
 * A metric that is the weighted mean of an error of each row: {@code sum w_i f(y_i, p_i) / sum w_i}. Smaller is better,
 * and no error is below 0, unless direction and range are declared otherwise.
 *
 * <p>Undefined without rows, and where an infinite label or prediction, or one too large, makes the sum infinite. Its
 * influence value is {@code f(y_i, p_i) - mean}. Two passes, no sort, no memory; the sum is compensated.
 *
 * <pre>{@code
 * RowErrorMetric cappedError =
 *     RowErrorMetric.of("capped_error", (label, predicted) -> Math.min(10, Math.abs(label - predicted)));
 * }</pre>
 *
 * @since 0.1
 */
public interface RowErrorMetric extends MeanMetric<RegressionPredictions> {

    /**
     * {@return the mean of an error of at least 0; smaller is better}
     *
     * <p>The function must be pure, and may be called by several threads at once. NaN and a number below 0 are refused
     * with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param error the error of a row, from its label and its prediction
     * @throws IllegalArgumentException if the name is not legal
     */
    static RowErrorMetric of(String name, DoubleBinaryOperator error) {
        return of(name, Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE, error);
    }

    /**
     * {@return the mean of any number of a row, such as a gain or a signed error}
     *
     * <p>The function must be pure, and may be called by several threads at once. A number beyond the range is refused
     * with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values that rows, and so their mean, can take
     * @param value the number of a row, from its label and its prediction
     * @throws IllegalArgumentException if the name is not legal
     */
    static RowErrorMetric of(String name, Direction direction, Range range, DoubleBinaryOperator value) {
        return new RowFunction(name, direction, range, value);
    }

    /**
     * {@return the error of one row, or whatever else the mean is of, in {@link #range()}: at least 0 unless that is
     * overridden; another number is refused with an {@link IllegalArgumentException} that names the metric, NaN too
     * unless label or prediction is infinite}
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
        double mean = rows.mean(row -> rowError(predictions, row));
        // A mean of numbers in the range leaves it by rounding at most.
        return Double.isFinite(mean) ? Value.of(range().clamp(mean)) : Finite.value(mean);
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
        double label = predictions.label(row);
        double predicted = predictions.predicted(row);
        double error = rowError(label, predicted);
        // What is NaN for infinite numbers leaves no finite mean; any other NaN is a mistake.
        return Double.isNaN(error) && (Double.isInfinite(label) || Double.isInfinite(predicted))
                ? error
                : MetricContract.inRange(this, error);
    }
}
