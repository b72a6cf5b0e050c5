package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * The Kolmogorov-Smirnov distance of a score: the largest {@code TPR - FPR} over all thresholds, in [0, 1]. It is the
 * largest distance by which the scores of positive rows lie above those of negative ones, and the largest Youden's J.
 *
 * <p>One-sided: scores of the wrong direction give 0, not a large value. Chosen and measured on the same rows, it is
 * optimistic, and positive even for scores without any worth. It has no influence values, because a maximum is not
 * smooth; its interval comes from a bootstrap in which every replicate chooses again. Undefined where one class is
 * absent. Scores need not be probabilities. O(groups) after the shared sort. In SciPy it is {@code ks_2samp(negative,
 * positive, alternative="greater")}.
 *
 * @since 0.1
 */
public final class KolmogorovSmirnov implements RankMetric {

    KolmogorovSmirnov() {}

    @Override
    public String name() {
        return "ks";
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
        return WhereDefined.withBothClasses(
                groups, () -> choose(groups).orElseThrow().value());
    }

    /**
     * {@return the threshold with the largest distance, the highest of several; empty where one class is absent}
     *
     * @param groups the score groups
     */
    public Optional<ThresholdChoice> choose(ScoreGroups groups) {
        return groups.positives() > 0 && groups.negatives() > 0
                ? BestThreshold.of(groups, YoudenJ::distance)
                : Optional.empty();
    }
}
