package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.providers.TypeUsage;

/**
 * The laws that every metric keeps, as jqwik properties that a test inherits.
 *
 * <p>In the laws, M is the metric, w_i the weight of row i, W the sum of weights, and "equal" means: both values are
 * undefined for the same reason, or both are numbers that differ by at most {@link #tolerance()} (absolute below 1,
 * relative above). Laws about influence values hold for {@link SmoothMetric} and say nothing of other metrics. A
 * failure names the metric and the law.
 *
 * <pre>{@code
 * class RocAucProperties implements MetricLaws<BinaryPredictions> {
 *   public Metric<BinaryPredictions> metric() {
 *     return BinaryMetrics.ROC_AUC;
 *   }
 * }
 * }</pre>
 *
 * <p>Every run tries the same predictions, because seeds are fixed: a build cannot fail by chance. Metrics that depend
 * on the order of scores alone keep {@link RankMetricLaws} too.
 *
 * @param <P> the kind of predictions the metric reads; predictions of this kind are drawn by type
 * @since 0.1
 */
public interface MetricLaws<P extends Predictions> {

    /** {@return the metric under test} */
    Metric<P> metric();

    /**
     * {@return how far two values may differ and still be equal: 1e-10 unless overridden}
     *
     * <p>Rounding alone stays far below it: sums of a few dozen rows in another order differ by some 1e-15, and a
     * denominator that cancels, such as that of Cohen's kappa, multiplies this by at most 1e4 here.
     */
    default double tolerance() {
        return 1e-10;
    }

    /**
     * {@return the predictions to try the laws on: unless overridden, those that jqwik finds for the type, such as
     * {@link BinaryPredictionsArbitraries#any()}}
     *
     * <p>Override it for a metric that cannot take all of them, for example one that is defined for probabilities only
     * and refuses other scores with an exception.
     *
     * @param type the kind of predictions, P
     */
    @Provide
    default Arbitrary<P> predictions(TypeUsage type) {
        return Arbitraries.defaultFor(type);
    }

    /**
     * The order of rows does not matter: {@code M(rows) = M(permuted rows)}. A metric that sorts by score and forgets
     * to treat equal scores as one fails here.
     *
     * @param predictions any predictions
     * @param random chooses the permutation
     */
    @Property(seed = "42", tries = 200)
    default void orderOfRowsDoesNotMatter(@ForAll("predictions") P predictions, @ForAll Random random) {
        claim("the order of rows does not matter").equal(predictions, Rows.shuffled(predictions, random));
    }

    /**
     * A row of weight {@code k w} is k rows of weight w, for k = 1, 2, 3; unless the metric counts rows
     * ({@link Metric#countsRows}), as a test statistic does.
     *
     * @param predictions any predictions
     * @param random chooses k for each row
     */
    @Property(seed = "42", tries = 200)
    default void weightCountsAsRepetition(@ForAll("predictions") P predictions, @ForAll Random random) {
        int[] times = Rows.times(predictions, random, 1, metric().countsRows() ? 1 : 3);
        claim("a row of weight k counts as k rows")
                .equal(Rows.repeated(predictions, times), Rows.multiplied(predictions, times));
    }

    /**
     * A row of weight 0 is as good as absent, whatever its label and score, also where it would be the only one of its
     * class.
     *
     * @param predictions any predictions
     * @param random chooses the rows
     */
    @Property(seed = "42", tries = 200)
    default void rowOfWeightZeroIsAbsent(@ForAll("predictions") P predictions, @ForAll Random random) {
        int[] times = Rows.times(predictions, random, 0, 1);
        claim("a row of weight 0 counts as absent")
                .equal(Rows.repeated(predictions, times), Rows.multiplied(predictions, times));
    }

    /**
     * Only the ratios of weights matter: multiplying all weights by one number changes nothing. It follows that
     * influence values have the mean 0.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42", tries = 200)
    default void onlyRatiosOfWeightsMatter(@ForAll("predictions") P predictions) {
        claim("only the ratios of weights matter").equal(predictions, Rows.multiplied(predictions, 1024));
    }

    /**
     * Any valid predictions have a value or a reason why there is none: the metric neither throws nor hides the case
     * behind NaN.
     *
     * @param predictions any predictions, those without rows and with one class included
     */
    @Property(seed = "42", tries = 200)
    default void undefinedIsSaid(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("any valid predictions have a value or a reason why there is none");
        Value value = claim.value(predictions);
        claim.holds(value.isDefined() != value.reason().isPresent(), "got " + value);
    }

    /**
     * A value lies in {@link Metric#range()}.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42", tries = 200)
    default void valueLiesInItsRange(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("a value lies in " + metric().range());
        Value value = claim.value(predictions);
        claim.holds(!value.isDefined() || metric().range().contains(value.orNaN()), "got " + value);
    }

    /**
     * A metric that needs probabilities is undefined on other scores, and only such a metric gives
     * {@link UndefinedReason#NOT_PROBABILITIES} as its reason.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42", tries = 200)
    default void needForProbabilitiesIsRespected(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("a metric that needs probabilities, and no other, is undefined on other scores");
        Value value = claim.value(predictions);
        if (metric().needsProbabilities()) {
            claim.holds(!value.isDefined() || Rows.areProbabilities(predictions), "got " + value);
        } else {
            claim.holds(
                    value.reason()
                            .filter(UndefinedReason.NOT_PROBABILITIES::equals)
                            .isEmpty(),
                    "got " + value);
        }
    }

    /**
     * The same predictions give the same value, and the same influence values, to the last bit: on a second call and on
     * a copy.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42", tries = 200)
    default void sameInputGivesTheSameBits(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("the same input gives the same bits");
        P copy = Rows.multiplied(predictions, 1);
        Value value = claim.value(predictions);
        // Records compare doubles by their bits.
        claim.holds(value.equals(claim.value(predictions)), "a second call differs from " + value);
        claim.holds(value.equals(claim.value(copy)), "a copy differs from " + value);
        if (metric() instanceof SmoothMetric<P> smooth && value.isDefined()) {
            double[] influence = claim.influence(smooth, predictions);
            claim.holds(Arrays.equals(influence, claim.influence(smooth, copy)), "influence values differ");
        }
    }

    /**
     * Influence values sum to zero when weighted: {@code sum w_i IF_i = 0}, up to rounding; there is one for every row,
     * none is NaN, and a row of weight 0 has 0.
     *
     * @param predictions any predictions; those on which the metric is undefined pass
     */
    @Property(seed = "42", tries = 200)
    default void influenceSumsToZero(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("influence values sum to zero");
        if (metric() instanceof SmoothMetric<P> smooth
                && claim.value(predictions).isDefined()) {
            new InfluenceCheck<>(claim, predictions, claim.influence(smooth, predictions)).sumsToZero();
        }
    }

    /**
     * The influence value is the derivative by weight: {@code w_i IF_i / W = dM / d ln w_i}, compared with the central
     * difference {@code (M(w_i (1 + h)) - M(w_i (1 - h))) / 2h} at h = 1e-4, within 1e-7 (relative to M where M is
     * above 1). The difference itself is off by some h² = 1e-8.
     *
     * @param predictions any predictions; those on which the metric is undefined pass
     */
    @Property(seed = "42", tries = 100)
    default void influenceIsTheDerivativeByWeight(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("an influence value is the derivative by the row's weight");
        if (metric() instanceof SmoothMetric<P> smooth
                && claim.value(predictions).isDefined()) {
            new InfluenceCheck<>(claim, predictions, claim.influence(smooth, predictions)).equalsFiniteDifferences();
        }
    }

    /**
     * Where the metric is undefined, asking for influence values throws {@link IllegalStateException}.
     *
     * @param predictions any predictions; those on which the metric is defined pass
     */
    @Property(seed = "42", tries = 200)
    default void influenceIsRefusedWhereUndefined(@ForAll("predictions") P predictions) {
        Claim<P> claim = claim("influence values are refused where the metric is undefined");
        if (metric() instanceof SmoothMetric<P> smooth
                && !claim.value(predictions).isDefined()) {
            claim.refuses(smooth, predictions);
        }
    }

    private Claim<P> claim(String law) {
        return new Claim<>(metric(), law, tolerance());
    }
}
