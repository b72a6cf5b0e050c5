package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;

/** The steps of a replicate whose rows count whole numbers, read off the weights of its segments. */
final class CountedSteps implements RecallSteps {

    /** Ints are added up in vectors; the weights of all rows together stay below 2^32. */
    private static final int PART = 1 << 16;

    private final StepLayout layout;
    private final int[] weights;
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
    CountedSteps(StepLayout layout, int[] weights) {
        this.layout = layout;
        this.weights = weights;
        this.positives = sum(weights, 0, layout.steps());
        this.negatives = sum(weights, layout.steps(), weights.length);
    }

    private static long sum(int[] weights, int from, int to) {
        long sum = 0;
        for (int begin = from; begin < to; begin += PART) {
            int part = 0;
            for (int i = begin; i < Math.min(to, begin + PART); i++) {
                part += weights[i];
            }
            sum += Integer.toUnsignedLong(part);
        }
        return sum;
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
        int end = Math.min(layout.steps(), next + StepBlock.CAPACITY);
        if (layout.hasTies()) {
            readTied(block, end);
        } else {
            read(block, end);
        }
        block.resize(end - next);
        next = end;
        return block.size() > 0;
    }

    private void read(StepBlock block, int end) {
        int firstAbove = layout.above(next);
        long above = falsePositives;
        long through = truePositives;
        for (int i = 0; i < end - next; i++) {
            int positive = weights[next + i];
            above += weights[firstAbove + i];
            through += positive;
            block.set(i, positive, (double) through, (double) above, (double) above);
        }
        falsePositives = above;
        truePositives = through;
    }

    private void readTied(StepBlock block, int end) {
        int firstAbove = layout.above(next);
        int firstTied = layout.tied(next);
        long above = falsePositives;
        long through = truePositives;
        for (int i = 0; i < end - next; i++) {
            int positive = weights[next + i];
            int tied = weights[firstTied + i];
            above += weights[firstAbove + i] + tied;
            through += positive;
            block.set(i, positive, (double) through, (double) above, above - 0.5 * tied);
        }
        falsePositives = above;
        truePositives = through;
    }
}
