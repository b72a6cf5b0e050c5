package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.Value;

/** The largest F1 over steps: {@code max 2 TP / (TP + FP + P)}; between two steps it only falls. */
final class BestF1Sum implements StepSum {

    private final double positives;
    private final double negatives;
    private final double[] best = new double[StepBlock.CAPACITY];

    BestF1Sum(double positives, double negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    @Override
    public void add(StepBlock block) {
        for (int i = 0; i < block.size(); i++) {
            double shareOfHalf =
                    block.truePositives(i) / (block.truePositives(i) + block.falsePositives(i) + positives);
            best[i] = Math.max(best[i], shareOfHalf);
        }
    }

    @Override
    public Value value() {
        return WhereDefined.withPositives(positives, negatives, () -> Range.UNIT.clamp(2 * largest()));
    }

    private double largest() {
        double largest = 0;
        for (double share : best) {
            largest = Math.max(largest, share);
        }
        return largest;
    }
}
