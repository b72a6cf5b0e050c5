package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A metric that is a weighted mean over rows: {@code sum w_i f_i / sum w_i}, f being a function of the row's class and
 * its scores.
 *
 * <p>Its influence value is {@code f_i - mean}. One pass, no sort; the sum is compensated. Undefined without rows,
 * where there is an {@link #obstacle}, and where infinite numbers leave no finite mean.
 *
 * <pre>{@code
 * RowMeanMetric confidence = RowMeanMetric.ofProbabilities(
 *     "confidence", Direction.NEITHER, Range.UNIT,
 *     (predictions, row) -> predictions.score(ConfusionTable.decision(predictions, row), row));
 * }</pre>
 *
 * @since 0.1
 */
public interface RowMeanMetric extends MeanMetric<MulticlassPredictions> {

    /**
     * What one row adds to a mean.
     *
     * @since 0.1
     */
    @FunctionalInterface
    interface RowValue {

        /**
         * {@return the row's contribution}
         *
         * @param predictions labels and scores
         * @param row the row, from 0
         */
        double of(MulticlassPredictions predictions, int row);
    }

    /**
     * {@return the mean of a function of a row, whose scores may be any numbers}
     *
     * <p>The function must be pure, and may be called by several threads at once. A number beyond the range is refused
     * with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values that rows, and so their mean, can take
     * @param value what a row adds to the mean
     * @throws IllegalArgumentException if the name is not legal
     */
    static RowMeanMetric of(String name, Direction direction, Range range, RowValue value) {
        return new RowFunction(name, direction, range, value, false);
    }

    /**
     * {@return the mean of a function of a row's probabilities; undefined unless scores lie in [0, 1], up to 1e-9, and
     * each row sums to 1, up to 1e-4}
     *
     * <p>The function must be pure, and may be called by several threads at once. A number beyond the range is refused
     * with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values that rows, and so their mean, can take
     * @param value what a row adds to the mean
     * @throws IllegalArgumentException if the name is not legal
     */
    static RowMeanMetric ofProbabilities(String name, Direction direction, Range range, RowValue value) {
        return new RowFunction(name, direction, range, value, true);
    }

    /**
     * {@return the row's contribution f, in {@link #range()}; another number is refused with an
     * {@link IllegalArgumentException} that names the metric, NaN too unless a score of the row is infinite}
     *
     * @param predictions labels and scores, on which there is no obstacle
     * @param row a row of positive weight, from 0
     */
    double rowValue(MulticlassPredictions predictions, int row);

    /**
     * {@return why the metric has no value although there are rows; looked at once, before any row is. Unless
     * overridden: scores that are not probabilities of classes, where the metric needs them}
     *
     * @param predictions labels, scores and weights, at least one of them positive
     */
    default Optional<UndefinedReason> obstacle(MulticlassPredictions predictions) {
        return needsProbabilities() ? Probabilities.outsideOrOfAnotherSum(predictions) : Optional.empty();
    }

    @Override
    default Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    default Value value(MulticlassPredictions predictions) {
        return value(predictions, new double[predictions.rows()]);
    }

    @Override
    default double[] influence(MulticlassPredictions predictions) {
        double[] influence = new double[predictions.rows()];
        double mean = value(predictions, influence).requireFor(this);
        for (int row = 0; row < influence.length; row++) {
            influence[row] = predictions.weight(row) > 0 ? influence[row] - mean : 0;
        }
        return influence;
    }

    @Override
    default MeanTerms terms(MulticlassPredictions predictions) {
        double[] values = new double[predictions.rows()];
        value(predictions, values).requireFor(this);
        return MeanTerms.ofRows(predictions, values);
    }

    private Value value(MulticlassPredictions predictions, double[] rowValues) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < rowValues.length; row++) {
            total.add(predictions.weight(row));
        }
        if (!(total.value() > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        return obstacle(predictions)
                .map(Value::undefined)
                .orElseGet(() -> finite(mean(predictions, rowValues, total.value())));
    }

    private Value finite(double mean) {
        // A mean of numbers in the range leaves it by rounding at most.
        return Double.isFinite(mean) ? Value.of(range().clamp(mean)) : Value.undefined(UndefinedReason.NOT_FINITE);
    }

    private double mean(MulticlassPredictions predictions, double[] rowValues, double total) {
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < rowValues.length; row++) {
            if (predictions.weight(row) > 0) {
                rowValues[row] = checkedValue(predictions, row);
                sum.add(predictions.weight(row) / total * rowValues[row]);
            }
        }
        return sum.value();
    }

    private double checkedValue(MulticlassPredictions predictions, int row) {
        double value = rowValue(predictions, row);
        // What is NaN for an infinite score leaves no finite mean; any other NaN is a mistake.
        return Double.isNaN(value) && hasInfiniteScore(predictions, row) ? value : MetricContract.inRange(this, value);
    }

    private static boolean hasInfiniteScore(MulticlassPredictions predictions, int row) {
        return IntStream.range(0, predictions.classes().size())
                .anyMatch(c -> Double.isInfinite(predictions.score(c, row)));
    }
}
