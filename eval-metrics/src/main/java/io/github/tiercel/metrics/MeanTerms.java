package io.github.tiercel.metrics;

import java.util.function.IntToDoubleFunction;

/**
 * The values that a mean is taken of, row by row, with their weights: the mean is {@code sum w_i v_i / sum w_i}.
 *
 * <p>In a mean over queries each row carries the value of its query and an even part of the query's weight. A row that
 * does not count weighs 0. Immutable, and safe for use by several threads; 8 bytes a row, 16 where weights are not
 * those of predictions.
 *
 * @since 0.1
 */
public final class MeanTerms {

    private final double[] values;
    private final IntToDoubleFunction weights;
    private final boolean ofRows;
    private final boolean ofAllRows;

    private MeanTerms(double[] values, IntToDoubleFunction weights, boolean ofRows, boolean ofAllRows) {
        this.values = values;
        this.weights = weights;
        this.ofRows = ofRows;
        this.ofAllRows = ofAllRows;
    }

    /**
     * {@return terms over the caller's own arrays, without copying them; they must not be changed afterwards}
     *
     * @param values one value a row; whatever it is where the weight is 0
     * @param weights one finite weight of at least 0 a row
     * @throws IllegalArgumentException if the lengths differ or a weight is negative or not finite
     */
    public static MeanTerms wrap(double[] values, double[] weights) {
        Arguments.sameLength("values", values.length, "weights", weights.length);
        Arguments.weights(weights);
        return new MeanTerms(values, row -> weights[row], false, false);
    }

    /**
     * {@return the terms of a mean over rows, each with its own weight}
     *
     * @param predictions whose weights count
     * @param values one value a row, whatever it is where the weight is 0; shared, not copied
     * @throws IllegalArgumentException if there is not one value a row
     */
    public static MeanTerms ofRows(Predictions predictions, double[] values) {
        Arguments.sameLength("values", values.length, "predictions", predictions.rows());
        return new MeanTerms(values, predictions::weight, true, predictions.weightedRows() == values.length);
    }

    /**
     * {@return other values with the same weights}
     *
     * @param others one value a row; shared, not copied
     * @throws IllegalArgumentException if there is not one value a row
     */
    public MeanTerms withValues(double[] others) {
        Arguments.sameLength("values", others.length, "terms", rows());
        return new MeanTerms(others, weights, ofRows, ofAllRows);
    }

    /** {@return whether each row has its own weight in the mean, that of the predictions} */
    public boolean areOfRows() {
        return ofRows;
    }

    /** {@return the number of rows, those of weight 0 included} */
    public int rows() {
        return values.length;
    }

    /**
     * {@return the row's value; 0 where the row does not count}
     *
     * @param row the row, from 0
     */
    public double value(int row) {
        return ofAllRows || weight(row) > 0 ? values[row] : 0;
    }

    /**
     * {@return the row's weight in the mean, 0 where the row does not count}
     *
     * @param row the row, from 0
     */
    public double weight(int row) {
        return weights.applyAsDouble(row);
    }
}
