package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;

/** The steps of a replicate whose rows count whole numbers, read off the weights of its segments. */
final class CountedSteps implements RecallSteps {

    private final int[] weights;
    private final int steps;
    private final long positives;
    private final long negatives;
    private int next;
    private long truePositives;
    private long falsePositives;

    /**
     * Takes the weights of all segments of a layout.
     *
     * @param weights shared until the steps are read
     */
    CountedSteps(int[] weights) {
        this.weights = weights;
        this.steps = weights.length / StepLayout.SEGMENTS;
        long ofPositives = 0;
        long ofAll = 0;
        for (int step = 0; step < steps; step++) {
            ofPositives += weights[StepLayout.SEGMENTS * step + StepLayout.POSITIVE];
        }
        for (int weight : weights) {
            ofAll += weight;
        }
        this.positives = ofPositives;
        this.negatives = ofAll - ofPositives;
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
        int end = Math.min(steps, next + StepBlock.CAPACITY);
        long above = falsePositives;
        long through = truePositives;
        for (int step = next; step < end; step++) {
            int segment = StepLayout.SEGMENTS * step;
            int tied = weights[segment + StepLayout.TIED];
            int positive = weights[segment + StepLayout.POSITIVE];
            above += weights[segment + StepLayout.ABOVE] + tied;
            through += positive;
            block.set(step - next, positive, through, above, above - 0.5 * tied);
        }
        falsePositives = above;
        truePositives = through;
        block.resize(end - next);
        next = end;
        return block.size() > 0;
    }
}
