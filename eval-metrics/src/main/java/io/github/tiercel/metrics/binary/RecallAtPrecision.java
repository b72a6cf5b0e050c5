package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * The largest recall among the thresholds whose precision is at least a floor: how much is found if so many alarms must
 * be right. All thresholds are looked at, because precision does not fall steadily with recall.
 *
 * <p>Thresholds are the distinct scores, so rows of equal score come together. A precision that misses the floor by
 * rounding alone (a relative 1e-12) reaches it. Chosen and measured on the same rows, the value is optimistic. It has
 * no influence values, because a maximum is not smooth; its interval comes from a bootstrap in which every replicate
 * chooses again. Undefined without positive rows, and where no threshold reaches the precision. Scores need not be
 * probabilities. O(groups) after the shared sort. In scikit-learn it is read off {@code precision_recall_curve}.
 *
 * @param precision the floor, in (0, 1]
 * @since 0.1
 */
public record RecallAtPrecision(double precision) implements RankMetric {

    static final String PREFIX = "recall_at_precision_";

    /**
     * Checks the floor.
     *
     * @throws IllegalArgumentException if {@code precision} is not in (0, 1]
     */
    public RecallAtPrecision {
        Share.check("precision", precision);
    }

    @Override
    public String name() {
        return PREFIX + Plain.text(precision);
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
    public Value value(ScoreGroups groups) {
        Value one = WhereDefined.withPositives(groups, () -> 1);
        return one.isDefined()
                ? choose(groups)
                        .map(choice -> Value.of(choice.value()))
                        .orElse(Value.undefined(UndefinedReason.FLOOR_OUT_OF_REACH))
                : one;
    }

    /**
     * {@return the threshold with the largest recall, the highest of several; empty without positive rows, and where no
     * threshold reaches the precision}
     *
     * @param groups the score groups
     */
    public Optional<ThresholdChoice> choose(ScoreGroups groups) {
        return BestThreshold.of(
                groups,
                matrix -> Share.reaches(matrix.truePositives() / matrix.predictedPositives(), precision)
                        ? matrix.truePositives() / matrix.positives()
                        : Double.NaN);
    }
}
