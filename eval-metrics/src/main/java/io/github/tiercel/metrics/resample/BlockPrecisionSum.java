package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.StepSum;

/**
 * Average precision over blocks: positive rows of a block have the precision in the middle of it. Where a block is one
 * score, its rows are one step, and nothing is approximate.
 */
final class BlockPrecisionSum implements StepSum {

    private final BlockLayout layout;
    private final double positives;
    private int seen;
    private double falsePositives;
    private double sum;

    BlockPrecisionSum(BlockLayout layout, double positives) {
        this.layout = layout;
        this.positives = positives;
    }

    @Override
    public void add(StepBlock block) {
        for (int i = 0; i < block.size(); i++) {
            double positive = block.positive(i);
            if (positive > 0) {
                boolean exact = layout.isOneGroup(seen + i);
                double through = exact ? block.truePositives(i) : block.truePositives(i) - (positive - 1) / 2;
                double negative = block.falsePositives(i) - falsePositives;
                double above = exact ? block.falsePositives(i) : falsePositives + negative / 2;
                sum += positive * (through / (through + above));
            }
            falsePositives = block.falsePositives(i);
        }
        seen += block.size();
    }

    @Override
    public Value value() {
        return positives > 0
                ? Value.of(Range.UNIT.clamp(sum / positives))
                : Value.undefined(UndefinedReason.NO_POSITIVES);
    }
}
