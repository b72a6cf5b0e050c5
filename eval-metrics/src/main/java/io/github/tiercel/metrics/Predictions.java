package io.github.tiercel.metrics;

/**
 * Labels, a model's outputs and row weights: all that a metric may look at. Rows are in the caller's order.
 *
 * <p>Implementations are immutable and may be read by any number of threads.
 *
 * @since 0.1
 */
public sealed interface Predictions
        permits BinaryPredictions, MulticlassPredictions, RegressionPredictions, RankingPredictions {

    /** {@return the number of rows, those of weight 0 included} */
    int rows();

    /**
     * {@return the weight of a row: finite and at least 0; 1 where no weights were given}
     *
     * @param row the row, from 0
     */
    double weight(int row);

    /** {@return how many rows have a positive weight; the others are as good as absent} */
    int weightedRows();

    /** {@return whether weights were given; false means every row counts 1} */
    boolean isWeighted();

    /**
     * {@return the same labels and outputs with other weights}
     *
     * @param weights one finite weight of at least 0 a row; copied
     * @throws IllegalArgumentException if the length differs or a weight is negative or not finite
     */
    Predictions withWeights(double[] weights);

    /**
     * {@return the predictions of some rows, in the order named}
     *
     * @param rows row numbers from 0; a row may occur more than once
     */
    Predictions select(int[] rows);
}
