package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.Value;

/**
 * What one metric keeps of the steps it has seen. Used by one thread, for one pass.
 *
 * @since 0.1
 */
public interface StepSum {

    /**
     * Takes in the next steps.
     *
     * @param block steps that follow those seen before
     */
    void add(StepBlock block);

    /** {@return the value on all steps, or the reason why there is none} */
    Value value();
}
