package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.Optional;

/**
 * The largest F1 over all thresholds: {@code max_g 2 TP_g / (T_g + P)} over score groups g, TP and T being the positive
 * and the total weight down to the group and P the total positive weight.
 *
 * <p>Chosen and measured on the same rows, it is optimistic, the more so the fewer positives there are. It has no
 * influence values, because a maximum is not smooth; its interval comes from a bootstrap in which every replicate
 * chooses again. Undefined without positive rows. O(groups) after the shared sort.
 *
 * @since 0.1
 */
public final class BestF1 implements RankMetric, StepMetric {

    BestF1() {}

    @Override
    public String name() {
        return "best_f1";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public StepSum sum(double positives, double negatives) {
        return new BestF1Sum(positives, negatives);
    }

    /**
     * {@return the threshold with the largest F1, the highest of several; empty without positive rows}
     *
     * @param groups the score groups
     */
    public Optional<ThresholdChoice> choose(ScoreGroups groups) {
        return groups.positives() > 0 ? BestThreshold.of(groups, matrix -> FBeta.value(matrix, 1)) : Optional.empty();
    }
}
