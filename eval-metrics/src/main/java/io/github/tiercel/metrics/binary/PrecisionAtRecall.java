package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * The largest precision among the thresholds whose recall is at least a floor: what share of alarms is right if so much
 * must be found. All thresholds are looked at, because precision does not fall steadily with recall.
 *
 * <p>Thresholds are the distinct scores, so rows of equal score come together. A recall that misses the floor by
 * rounding alone (a relative 1e-12) reaches it. Chosen and measured on the same rows, the value is optimistic. It has
 * no influence values, because a maximum is not smooth; its interval comes from a bootstrap in which every replicate
 * chooses again. Undefined without positive rows. Scores need not be probabilities. O(groups) after the shared sort. In
 * scikit-learn it is read off {@code precision_recall_curve}.
 *
 * @param recall the floor, in (0, 1]
 * @since 0.1
 */
public record PrecisionAtRecall(double recall) implements RankMetric {

    static final String PREFIX = "precision_at_recall_";

    /**
     * Checks the floor.
     *
     * @throws IllegalArgumentException if {@code recall} is not in (0, 1]
     */
    public PrecisionAtRecall {
        Share.check("recall", recall);
    }

    @Override
    public String name() {
        return PREFIX + Plain.text(recall);
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
        return WhereDefined.withPositives(
                groups, () -> choose(groups).orElseThrow().value());
    }

    /**
     * {@return the threshold with the largest precision, the highest of several; empty without positive rows}
     *
     * @param groups the score groups
     */
    public Optional<ThresholdChoice> choose(ScoreGroups groups) {
        return BestThreshold.of(
                groups,
                matrix -> Share.reaches(matrix.truePositives() / matrix.positives(), recall)
                        ? matrix.truePositives() / matrix.predictedPositives()
                        : Double.NaN);
    }
}
