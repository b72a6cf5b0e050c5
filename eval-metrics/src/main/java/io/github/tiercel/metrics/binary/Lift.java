package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * How many times as many positives the top fraction of rows by score holds as the same number of rows drawn at random:
 * {@link Gain} over the fraction, which is the share of positives at the top over that of all rows. 1 for chance, at
 * most {@code 1 / fraction}.
 *
 * <p>Ties, weights, undefined cases and cost are those of {@link Gain}, and like it it has no influence values.
 *
 * @param fraction the top fraction, in (0, 1]
 * @since 0.1
 */
public record Lift(double fraction) implements RankMetric {

    static final String PREFIX = "lift_";

    /**
     * Checks the fraction.
     *
     * @throws IllegalArgumentException if {@code fraction} is not in (0, 1]
     */
    public Lift {
        Share.check("fraction", fraction);
    }

    @Override
    public String name() {
        return PREFIX + Plain.text(fraction);
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return new Range(0, 1 / fraction);
    }

    @Override
    public Value value(ScoreGroups groups) {
        return WhereDefined.withPositives(groups, () -> range().clamp(TopFraction.recall(groups, fraction) / fraction));
    }
}
