package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * The share of positives among the top fraction of rows by score, as the cumulative gains chart shows it: what a
 * campaign to the best tenth would reach of all that there is to reach. In [0, 1].
 *
 * <p>The top fraction is that share of the weight of all rows. Of rows tied at the cut each counts by the chance to be
 * in when ties are broken at random, which draws the chart with straight lines between scores. Undefined without
 * positive rows. Scores need not be probabilities. O(groups) after the shared sort; scikit-learn does not have it.
 *
 * <p>It has no influence values: the chart has a corner at every score, and the cut lies on one wherever it falls
 * between two rows. Its interval comes from the bootstrap.
 *
 * @param fraction the top fraction, in (0, 1]
 * @since 0.1
 */
public record Gain(double fraction) implements RankMetric {

    static final String PREFIX = "gain_";

    /**
     * Checks the fraction.
     *
     * @throws IllegalArgumentException if {@code fraction} is not in (0, 1]
     */
    public Gain {
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
        return Range.UNIT;
    }

    @Override
    public Value value(ScoreGroups groups) {
        return WhereDefined.withPositives(groups, () -> range().clamp(TopFraction.recall(groups, fraction)));
    }
}
