package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;

/**
 * The blocks of a replicate as steps: of the pairs within a block, positive rows lose the share they lose on all rows.
 */
final class BlockSteps implements RecallSteps {

    private final BlockLayout layout;
    private final int[] weights;
    private final long positives;
    private final long negatives;
    private int next;
    private long truePositives;
    private long falsePositives;

    /**
     * Takes the weights of the negative and positive rows of all blocks.
     *
     * @param weights shared until the steps are read
     */
    BlockSteps(BlockLayout layout, int[] weights) {
        this.layout = layout;
        this.weights = weights;
        long ofPositives = 0;
        long ofNegatives = 0;
        for (int block = 0; block < layout.blocks(); block++) {
            ofNegatives += weights[2 * block];
            ofPositives += weights[2 * block + 1];
        }
        this.positives = ofPositives;
        this.negatives = ofNegatives;
    }

    @Override
    public double positives() {
        return positives;
    }

    @Override
    public double negatives() {
        return negatives;
    }

    @Override
    public boolean next(StepBlock block) {
        int end = Math.min(layout.blocks(), next + StepBlock.CAPACITY);
        for (int b = next; b < end; b++) {
            double ahead = falsePositives + weights[2 * b] * layout.lostShare(b);
            falsePositives += weights[2 * b];
            truePositives += weights[2 * b + 1];
            block.set(b - next, weights[2 * b + 1], (double) truePositives, (double) falsePositives, ahead);
        }
        block.resize(end - next);
        next = end;
        return block.size() > 0;
    }
}
