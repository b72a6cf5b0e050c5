package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;

/** The steps of a replicate whose rows have weights of their own, read off the weights of its segments. */
final class WeighedSteps implements RecallSteps {

    private final StepLayout layout;
    private final double[] weights;
    private final double positives;
    private final double negatives;
    private final CompensatedSum truePositives = new CompensatedSum();
    private final CompensatedSum falsePositives = new CompensatedSum();
    private int next;

    /**
     * Takes the weights of all segments of a layout.
     *
     * @param weights shared until the steps are read
     */
    WeighedSteps(StepLayout layout, double[] weights) {
        this.layout = layout;
        this.weights = weights;
        this.positives = sum(0, layout.steps());
        this.negatives = sum(layout.steps(), weights.length);
    }

    private double sum(int from, int to) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = from; i < to; i++) {
            sum.add(weights[i]);
        }
        return sum.value();
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
        for (int step = next; step < end; step++) {
            double tied = layout.hasTies() ? weights[layout.tied(step)] : 0;
            double positive = weights[layout.positive(step)];
            falsePositives.add(weights[layout.above(step)]);
            double above = falsePositives.value();
            falsePositives.add(tied);
            truePositives.add(positive);
            block.set(step - next, positive, truePositives.value(), falsePositives.value(), above + tied / 2);
        }
        block.resize(end - next);
        next = end;
        return block.size() > 0;
    }
}
