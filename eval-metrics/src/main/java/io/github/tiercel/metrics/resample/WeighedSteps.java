package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;

/** The steps of a replicate whose rows have weights of their own, read off the weights of its segments. */
final class WeighedSteps implements RecallSteps {

    private final double[] weights;
    private final int steps;
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
    WeighedSteps(double[] weights) {
        this.weights = weights;
        this.steps = weights.length / StepLayout.SEGMENTS;
        CompensatedSum ofPositives = new CompensatedSum();
        CompensatedSum ofNegatives = new CompensatedSum();
        for (int step = 0; step < steps; step++) {
            ofPositives.add(weights[StepLayout.SEGMENTS * step + StepLayout.POSITIVE]);
            ofNegatives.add(weights[StepLayout.SEGMENTS * step + StepLayout.ABOVE]);
            ofNegatives.add(weights[StepLayout.SEGMENTS * step + StepLayout.TIED]);
        }
        ofNegatives.add(weights[weights.length - 1]);
        this.positives = ofPositives.value();
        this.negatives = ofNegatives.value();
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
        for (int step = next; step < end; step++) {
            int segment = StepLayout.SEGMENTS * step;
            double tied = weights[segment + StepLayout.TIED];
            double positive = weights[segment + StepLayout.POSITIVE];
            falsePositives.add(weights[segment + StepLayout.ABOVE]);
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
