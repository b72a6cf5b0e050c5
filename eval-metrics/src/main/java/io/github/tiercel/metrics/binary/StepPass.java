package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;
import java.util.List;

/**
 * One pass over the steps of recall for any number of metrics. A block of steps is read once and stays in the cache of
 * the processor while each metric runs over it in a loop of its own, which compilers turn into vector instructions.
 *
 * @since 0.1
 */
public final class StepPass {

    private StepPass() {}

    /**
     * Runs all sums over all steps.
     *
     * @param steps read to their end
     * @param sums take in each block in turn
     */
    public static void run(RecallSteps steps, List<? extends StepSum> sums) {
        run(steps, sums, new StepBlock());
    }

    /**
     * Runs all sums over all steps.
     *
     * @param steps read to their end
     * @param sums take in each block in turn
     * @param block scratch memory
     */
    public static void run(RecallSteps steps, List<? extends StepSum> sums, StepBlock block) {
        while (steps.next(block)) {
            for (StepSum sum : sums) {
                sum.add(block);
            }
        }
    }
}
