package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * A metric that is a weighted mean over rows: {@code sum w_i f(y_i, p_i) / sum w_i}.
 *
 * <p>Its influence value is {@code f(y_i, p_i) - mean}. One pass, no sort; the sum is compensated. Undefined without
 * rows, where it needs probabilities and scores are none, and where infinite numbers leave no finite mean.
 *
 * <pre>{@code
 * RowMeanMetric focalLoss = RowMeanMetric.ofProbabilities(
 *     "focal_loss", Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE,
 *     (label, p) -> label ? -(1 - p) * (1 - p) * Math.log(p) : -p * p * Math.log(1 - p));
 * }</pre>
 *
 * @since 0.1
 */
public interface RowMeanMetric extends MeanMetric<BinaryPredictions> {

    /** How many rows are summed at once. */
    int BLOCK = 1024;

    /**
     * What one row adds to a mean, as a function of its label and score.
     *
     * @since 0.1
     */
    @FunctionalInterface
    interface RowValue {

        /**
         * {@return the row's contribution}
         *
         * @param label whether the row is positive
         * @param score the row's score
         */
        double of(boolean label, double score);
    }

    /**
     * {@return the mean of a function of label and score, which may be any number}
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
     * {@return the mean of a function of label and probability; undefined unless all scores lie in [0, 1]}
     *
     * <p>The function must be pure, and may be called by several threads at once. A number beyond the range is refused
     * with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values that rows, and so their mean, can take
     * @param value what a row adds to the mean; it is given scores in [0, 1] only
     * @throws IllegalArgumentException if the name is not legal
     */
    static RowMeanMetric ofProbabilities(String name, Direction direction, Range range, RowValue value) {
        return new RowFunction(name, direction, range, value, true);
    }

    /**
     * {@return the row's contribution f(y, p), in {@link #range()}; another number is refused with an
     * {@link IllegalArgumentException} that names the metric, NaN too unless the score is infinite}
     *
     * @param label whether the row is positive
     * @param score the row's score; a probability in [0, 1] if {@link #needsProbabilities()}
     */
    double rowValue(boolean label, double score);

    @Override
    default Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    /**
     * {@return the sum of row values of some rows, whatever their weight}
     *
     * <p>Computed row by row unless a metric knows a faster way.
     *
     * @param predictions labels and scores on which the mean is defined
     * @param from the first row
     * @param to the row after the last
     */
    default double sum(BinaryPredictions predictions, int from, int to) {
        CompensatedSum sum = new CompensatedSum();
        for (int row = from; row < to; row++) {
            sum.add(rowValue(predictions, row));
        }
        return sum.value();
    }

    /**
     * The contributions of some rows.
     *
     * <p>Computed row by row unless a metric knows a faster way.
     *
     * @param predictions labels and scores on which the mean is defined
     * @param from the first row
     * @param to the row after the last
     * @param values receives them, from place 0 on
     */
    default void rowValues(BinaryPredictions predictions, int from, int to, double[] values) {
        for (int row = from; row < to; row++) {
            values[row - from] = rowValue(predictions, row);
        }
    }

    /**
     * {@return the contribution of a row of some predictions}
     *
     * @param predictions labels and scores on which the mean is defined
     * @param row the row, from 0
     * @throws IllegalArgumentException if it is not in the range
     */
    default double rowValue(BinaryPredictions predictions, int row) {
        double score = needsProbabilities() ? predictions.probability(row) : predictions.score(row);
        double value = rowValue(predictions.label(row), score);
        // What is NaN for an infinite score leaves no finite mean; any other NaN is a mistake.
        return Double.isNaN(value) && Double.isInfinite(score) ? value : MetricContract.inRange(this, value);
    }

    @Override
    default Value value(BinaryPredictions predictions) {
        if (predictions.weightedRows() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        if (needsProbabilities() && !predictions.areProbabilities()) {
            return Value.undefined(UndefinedReason.NOT_PROBABILITIES);
        }
        double mean = meanOf(predictions);
        // A mean of numbers in the range leaves it by rounding at most.
        return Double.isFinite(mean) ? Value.of(range().clamp(mean)) : Value.undefined(UndefinedReason.NOT_FINITE);
    }

    @Override
    default double[] influence(BinaryPredictions predictions) {
        double mean = value(predictions).requireFor(this);
        double[] influence = new double[predictions.rows()];
        if (predictions.labelWeights().isPresent()) {
            RowValues.read(this, predictions, 0, influence.length, influence);
            for (int row = 0; row < influence.length; row++) {
                influence[row] -= mean;
            }
            return influence;
        }
        for (int row = 0; row < influence.length; row++) {
            influence[row] = predictions.weight(row) > 0 ? rowValue(predictions, row) - mean : 0;
        }
        return influence;
    }

    @Override
    default MeanTerms terms(BinaryPredictions predictions) {
        value(predictions).requireFor(this);
        if (predictions.labelWeights().isPresent()) {
            return MeanTerms.ofRows(predictions, RowValues.all(this, predictions));
        }
        double[] values = new double[predictions.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = predictions.weight(row) > 0 ? rowValue(predictions, row) : 0;
        }
        return MeanTerms.ofRows(predictions, values);
    }

    private double meanOf(BinaryPredictions predictions) {
        Optional<LabelWeights> weights = predictions.labelWeights();
        if (weights.isEmpty()) {
            return weightedMean(predictions);
        }
        return weights.get().areEqual() ? mean(predictions) : mean(predictions, weights.get());
    }

    /** The mean of rows that count alike within their label: of a sum of each. */
    private double mean(BinaryPredictions predictions, LabelWeights weights) {
        CompensatedSum positives = new CompensatedSum();
        CompensatedSum negatives = new CompensatedSum();
        double[] values = new double[BLOCK];
        for (int from = 0; from < predictions.rows(); from += BLOCK) {
            int to = Math.min(predictions.rows(), from + BLOCK);
            RowValues.read(this, predictions, from, to, values);
            double positive = 0;
            double negative = 0;
            for (int i = 0; i < to - from; i++) {
                // A choice of two whole numbers is no branch, one of two fractions is, which no processor foresees.
                int isPositive = predictions.label(from + i) ? 1 : 0;
                positive += isPositive * values[i];
                negative += (1 - isPositive) * values[i];
            }
            positives.add(positive);
            negatives.add(negative);
        }
        double total = weights.positive() * predictions.positives() + weights.negative() * predictions.negatives();
        return (weights.positive() * positives.value() + weights.negative() * negatives.value()) / total;
    }

    private double mean(BinaryPredictions predictions) {
        CompensatedSum sum = new CompensatedSum();
        for (int from = 0; from < predictions.rows(); from += BLOCK) {
            sum.add(sum(predictions, from, Math.min(predictions.rows(), from + BLOCK)));
        }
        return sum.value() / predictions.rows();
    }

    private double weightedMean(BinaryPredictions predictions) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = predictions.weight(row);
            if (weight > 0) {
                sum.add(weight * rowValue(predictions, row));
                total.add(weight);
            }
        }
        return sum.value() / total.value();
    }
}
