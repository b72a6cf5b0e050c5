package io.github.tiercel.inference;

/**
 * Takes the scores of one batch from a model. Every output of every row must be given exactly once, in any order.
 *
 * <p>Used by one thread, during one call of {@link Predictor#predict}.
 *
 * @since 0.1
 */
public interface ScoreSink {

    /**
     * Takes the score of a row from a model with one output.
     *
     * @param row the row's place in the batch, from 0
     * @param score any number but NaN; rounded to float if that is the model's precision
     * @throws ModelException if the row is not in the batch, the score is already there, or the model has several
     *     outputs
     */
    void score(int row, double score);

    /**
     * Takes one score of a row.
     *
     * @param row the row's place in the batch, from 0
     * @param output the output, from 0
     * @param score any number but NaN; rounded to float if that is the model's precision
     * @throws ModelException if there is no such row or output, or the score is already there
     */
    void score(int row, int output, double score);
}
