package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.Value;

/** Average precision over steps: {@code sum p TP / (TP + FP) / P}. */
final class AveragePrecisionSum implements StepSum {

    private final double positives;
    private final double negatives;
    private final Columns sum = new Columns();

    AveragePrecisionSum(double positives, double negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    @Override
    public void add(StepBlock block) {
        double[] sums = sum.sums;
        for (int i = 0; i < block.size(); i++) {
            // In a replicate nothing may stand at the first steps; 0 of nothing is 0 here.
            double depth = Math.max(Double.MIN_VALUE, block.truePositives(i) + block.falsePositives(i));
            sums[i] += block.positive(i) * (block.truePositives(i) / depth);
        }
    }

    @Override
    public Value value() {
        return WhereDefined.withPositives(positives, negatives, () -> Range.UNIT.clamp(sum.total() / positives));
    }
}
