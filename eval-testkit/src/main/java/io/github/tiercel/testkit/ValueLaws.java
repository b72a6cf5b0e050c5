package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a metric's value; {@link MetricLaws} says what they have in common.
 *
 * @param <P> the kind of predictions the metric reads
 * @since 0.1
 */
public interface ValueLaws<P extends Predictions> extends MetricUnderTest<P> {

    /** The name can stand in gate rules, results and lists of names ({@link MetricContract#legalName}). */
    @Property(tries = 1)
    default void nameIsLegal() {
        Claim.of(this, "the name is legal").unlessThrown("the name", () -> MetricContract.legalName(metric().name()));
    }

    /**
     * The order of rows does not matter: {@code M(rows) = M(permuted rows)}, for the reversed and a random order. A
     * metric that sorts by score and forgets to treat equal scores as one fails here.
     *
     * @param predictions any predictions
     * @param random chooses the permutation
     */
    @Property(seed = "42")
    default void orderOfRowsDoesNotMatter(@ForAll("predictions") P predictions, @ForAll Random random) {
        Claim<P> claim = Claim.of(this, "the order of rows does not matter");
        // Two rows are enough to tell, and a failure is shrunk to them, if every order of two is tried.
        claim.equal(predictions, Rows.reversed(predictions));
        claim.equal(predictions, Rows.shuffled(predictions, random));
    }

    /**
     * The numbers of queries do not matter, but for which rows share one: {@code M(rows) = M(rows of renumbered
     * queries)}. A metric that takes rows for sorted by query, or leaves out the last one, fails here. Other kinds of
     * predictions have no queries and pass.
     *
     * @param predictions any predictions
     * @param random chooses the numbers
     */
    @Property(seed = "42")
    default void numbersOfQueriesDoNotMatter(@ForAll("predictions") P predictions, @ForAll Random random) {
        Kind<P> kind = Kind.of(predictions);
        int[] numbers = Units.renumbered(kind.units(predictions), random);
        Claim.of(this, "the numbers of queries do not matter").equal(predictions, kind.withUnits(predictions, numbers));
    }

    /**
     * A row of weight {@code k w} is k rows of weight w, for k = 1, 2, 3. In rankings, where rows stand or fall
     * together, a query whose weights are multiplied by k is k such queries. A metric that counts rows where it should
     * add weights fails here, unless it says so ({@link Metric#countsRows}), as a test statistic does.
     *
     * @param predictions any predictions
     * @param random chooses k for each row or query
     */
    @Property(seed = "42")
    default void weightCountsAsRepetition(@ForAll("predictions") P predictions, @ForAll Random random) {
        int most = metric().countsRows() ? 1 : 3;
        int[] times = Units.times(Kind.of(predictions).units(predictions), random, 1, most);
        Claim.of(this, "a row of weight k counts as k rows")
                .equal(Rows.repeated(predictions, times), Rows.multiplied(predictions, times));
    }

    /**
     * A row of weight 0 is as good as absent, whatever its label and score, also where it would be the only one of its
     * class or query. A metric that looks for classes, largest values or ranks in all rows fails here.
     *
     * @param predictions any predictions
     * @param random chooses the rows
     */
    @Property(seed = "42")
    default void rowOfWeightZeroIsAbsent(@ForAll("predictions") P predictions, @ForAll Random random) {
        int[] times = random.ints(predictions.rows(), 0, 2).toArray();
        Claim.of(this, "a row of weight 0 counts as absent")
                .equal(Rows.repeated(predictions, times), Rows.multiplied(predictions, times));
    }

    /**
     * Only the ratios of weights matter: multiplying all weights by one number changes nothing. It follows that
     * influence values have the mean 0. A sum that was meant to be a mean fails here, and so does a term such as
     * {@code W - 1}.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void onlyRatiosOfWeightsMatter(@ForAll("predictions") P predictions) {
        Claim.of(this, "only the ratios of weights matter").equal(predictions, Rows.multiplied(predictions, 1024));
    }

    /**
     * Two copies of the rows, merged, are worth as much as one: {@code M(rows + rows) = M(rows)}. In rankings each copy
     * has queries of its own. A correction for the number of rows, such as a division by {@code n - 1}, fails here: the
     * value would depend on how much data there is, and could not be merged from parts.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void twoCopiesAreWorthOne(@ForAll("predictions") P predictions) {
        int[] twice = new int[predictions.rows()];
        Arrays.fill(twice, metric().countsRows() ? 1 : 2);
        Claim.of(this, "two copies of the rows are worth one").equal(predictions, Rows.repeated(predictions, twice));
    }

    /**
     * Any valid predictions have a value or a reason why there is none: the metric does not throw, as it would if it
     * gave NaN; and where no row has weight there is a reason, not a number that could pass for a result.
     *
     * @param predictions any predictions, those without rows and with one class included
     */
    @Property(seed = "42")
    default void undefinedIsSaid(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "any valid predictions have a value or a reason why there is none");
        claim.value(predictions);
        Value ofNothing = claim.value(Rows.multiplied(predictions, 0));
        claim.holds(!ofNothing.isDefined(), "got " + Claim.text(ofNothing) + " where no row has weight");
    }

    /**
     * A value lies in {@link Metric#range()}. Rounding that leaves it fails too: clamp it.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void valueLiesInItsRange(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "a value lies in " + metric().range());
        Value value = claim.value(predictions);
        claim.holds(!value.isDefined() || metric().range().contains(value.orNaN()), "got " + Claim.text(value));
    }

    /**
     * No predictions are better than perfect ones, in the metric's own direction: with scores that are 1 for positive
     * and 0 for other rows or classes, predicted numbers that are the labels, or scores that are the relevance, the
     * value is at least as good as with any other scores, if both have one. A wrong {@link Direction}, and a sign or
     * two arguments the wrong way round, fail here. A metric with {@link Direction#NEITHER} passes.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void nothingIsBetterThanPerfect(@ForAll("predictions") P predictions) {
        Claim.of(this, "no predictions are better than perfect ones")
                .atLeastAsGood(Scores.perfect(predictions), predictions);
    }

    /**
     * A metric that needs probabilities is undefined on other scores, and only such a metric gives
     * {@link UndefinedReason#NOT_PROBABILITIES} as its reason.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void needForProbabilitiesIsRespected(@ForAll("predictions") P predictions) {
        Claim<P> claim =
                Claim.of(this, "a metric that needs probabilities, and no other, is undefined on other scores");
        Value value = claim.value(predictions);
        if (metric().needsProbabilities()) {
            claim.holds(
                    !value.isDefined() || Kind.of(predictions).areProbabilities(predictions),
                    "got " + Claim.text(value));
        } else {
            claim.holds(
                    value.reason()
                            .filter(UndefinedReason.NOT_PROBABILITIES::equals)
                            .isEmpty(),
                    "got " + Claim.text(value));
        }
    }

    /**
     * The same predictions give the same value to the last bit: on a second call and on a copy. A metric with a state,
     * a clock, a random number or a sum over threads fails here.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void sameInputGivesTheSameBits(@ForAll("predictions") P predictions) {
        Claim<P> claim = Claim.of(this, "the same input gives the same bits");
        Value value = claim.value(predictions);
        // Records compare doubles by their bits.
        claim.holds(value.equals(claim.value(predictions)), "a second call differs from " + Claim.text(value));
        claim.holds(
                value.equals(claim.value(Rows.multiplied(predictions, 1))), "a copy differs from " + Claim.text(value));
    }
}
