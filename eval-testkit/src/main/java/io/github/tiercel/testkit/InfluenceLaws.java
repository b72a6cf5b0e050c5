package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of influence values, which intervals and comparisons are made from; {@link MetricLaws} says what they have
 * in common. A metric without influence values passes.
 *
 * @param <P> the kind of predictions the metric reads
 * @since 0.1
 */
public interface InfluenceLaws<P extends Predictions> extends MetricUnderTest<P> {

    /**
     * Influence values sum to zero when weighted: {@code sum w_i IF_i = 0}, up to rounding; there is one for every row,
     * none is NaN, and a row of weight 0 has 0. Row values from which the mean was not subtracted fail here.
     *
     * @param predictions any predictions; those on which the metric is undefined pass
     */
    @Property(seed = "42")
    default void influenceSumsToZero(@ForAll("predictions") P predictions) {
        InfluenceCheck.of(Claim.of(this, "influence values sum to zero"), predictions)
                .ifPresent(InfluenceCheck::sumsToZero);
    }

    /**
     * The influence value is the derivative by weight: {@code w_i IF_i / W = dM / d ln w_i}, compared in up to three
     * rows with the central difference {@code (M(w_i (1 + h)) - M(w_i (1 - h))) / 2h} at h = 1e-4, within a thousand
     * tolerances (relative above 1), so 1e-7 unless overridden, plus what the difference changes at 2h; where that is
     * more than a thousandth of it, no slope can be told. A forgotten term of the chain rule, and half of a pair
     * counted twice, fail here; so does a formula that forgets ties.
     *
     * @param predictions any predictions; those on which the metric is undefined pass
     * @param random chooses the rows
     */
    @Property(seed = "42")
    default void influenceIsTheDerivativeByWeight(@ForAll("predictions") P predictions, @ForAll Random random) {
        InfluenceCheck.of(Claim.of(this, "an influence value is the derivative by the row's weight"), predictions)
                .ifPresent(check -> check.equalsFiniteDifferences(random));
    }

    /**
     * The same predictions give the same influence values to the last bit.
     *
     * @param predictions any predictions; those on which the metric is undefined pass
     */
    @Property(seed = "42")
    default void sameInputGivesTheSameInfluence(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "the same input gives the same influence values");
        if (metric() instanceof SmoothMetric<P> smooth
                && claim.value(predictions).isDefined()) {
            double[] influence = claim.influence(smooth, predictions);
            P copy = Rows.multiplied(predictions, 1);
            claim.holds(Arrays.equals(influence, claim.influence(smooth, copy)), "influence values differ");
        }
    }

    /**
     * Where the metric is undefined, asking for influence values throws {@link IllegalStateException}.
     *
     * @param predictions any predictions; those on which the metric is defined pass
     */
    @Property(seed = "42")
    default void influenceIsRefusedWhereUndefined(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "influence values are refused where the metric is undefined");
        if (metric() instanceof SmoothMetric<P> smooth
                && !claim.value(predictions).isDefined()) {
            claim.refuses(smooth, predictions);
        }
    }
}
