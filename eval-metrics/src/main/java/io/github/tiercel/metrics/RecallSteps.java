package io.github.tiercel.metrics;

/**
 * The distinct scores that hold positive weight, from the highest on: at each of them recall takes a step. All that
 * ROC-AUC, average precision and the best F1 read stands there; negative weight between two steps counts as a whole.
 *
 * <p>Steps are read once, block by block, so that any number of metrics share one pass and nothing is kept. Steps of a
 * replicate may weigh nothing. Not safe for use by several threads at once.
 *
 * @since 0.1
 */
public interface RecallSteps {

    /** {@return the weight of all positive rows} */
    double positives();

    /** {@return the weight of all negative rows} */
    double negatives();

    /**
     * Reads the next steps.
     *
     * @param block receives them, in place of what it holds
     * @return whether there were any
     */
    boolean next(StepBlock block);
}
