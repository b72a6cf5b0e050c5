package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.StepSum;

/** A function of the confusion matrix, whose cells are known where the steps at or above its threshold end. */
final class CutSum implements StepSum {

    private final ConfusionMetric metric;
    private final int predicted;
    private final double positives;
    private final double negatives;
    private int seen;
    private double truePositives;
    private double falsePositives;

    /** Takes the number of steps that are predicted positive. */
    CutSum(ConfusionMetric metric, int predicted, double positives, double negatives) {
        this.metric = metric;
        this.predicted = predicted;
        this.positives = positives;
        this.negatives = negatives;
    }

    @Override
    public void add(StepBlock block) {
        int last = predicted - 1 - seen;
        if (last >= 0 && last < block.size()) {
            truePositives = block.truePositives(last);
            falsePositives = block.falsePositives(last);
        }
        seen += block.size();
    }

    @Override
    public Value value() {
        if (!(positives + negatives > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        // Sums of fractional weights may differ in the last bit, which must not make a cell negative.
        return metric.value(new ConfusionMatrix(
                metric.threshold(),
                truePositives,
                falsePositives,
                Math.max(0, positives - truePositives),
                Math.max(0, negatives - falsePositives)));
    }
}
