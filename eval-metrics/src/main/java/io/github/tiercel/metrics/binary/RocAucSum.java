package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.Value;

/**
 * ROC-AUC over steps: {@code sum p (N - ahead) / (P N)}. Pairs of counts are whole or half numbers, exact up to 2^53 of
 * them in a column.
 */
final class RocAucSum implements StepSum {

    private final double positives;
    private final double negatives;
    private final PairScale scale;
    private final Columns wins = new Columns();

    RocAucSum(double positives, double negatives) {
        this.positives = positives;
        this.negatives = negatives;
        this.scale = PairScale.of(positives, negatives);
    }

    @Override
    public void add(StepBlock block) {
        double[] sums = wins.sums;
        for (int i = 0; i < block.size(); i++) {
            sums[i] += scale.pairs(block.positive(i), negatives - block.ahead(i));
        }
    }

    @Override
    public Value value() {
        return WhereDefined.withBothClasses(
                positives, negatives, () -> Range.UNIT.clamp(wins.total() / scale.pairs(positives, negatives)));
    }
}
