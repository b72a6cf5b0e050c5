package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.resample.Bootstrap;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of the intervals that {@link IntervalEstimator} makes of a metric's influence values, for the population and
 * for gates, and of bootstrap replicates; {@link MetricLaws} says what they have in common. Rows are independent, those
 * of a query are one cluster. Where there is no interval, there is nothing to keep.
 *
 * @param <P> the kind of predictions the metric reads
 * @since 0.1
 */
public interface IntervalLaws<P extends Predictions> extends MetricUnderTest<P> {

    /**
     * At level 0.95, an interval holds the value and lies in the metric's range. A range that is narrower than the
     * values fails here.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void intervalHoldsTheValueWithinTheRange(@ForAll("predictions") P predictions) {
        new IntervalCheck<>(Claim.of(this, "an interval holds the value and lies in the range"), predictions)
                .holdsTheValueWithinTheRange();
    }

    /**
     * The interval at level 0.8 lies in that at level 0.95.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void lowerLevelGivesANarrowerInterval(@ForAll("predictions") P predictions) {
        IntervalCheck<P> check =
                new IntervalCheck<>(Claim.of(this, "a lower level gives a narrower interval"), predictions);
        check.liesWithin(predictions, 0.8, predictions, 0.95);
    }

    /**
     * The interval of two copies of the rows, as if they were new rows, lies in that of one copy.
     *
     * @param predictions any predictions
     */
    @Property(seed = "42")
    default void moreRowsGiveANarrowerInterval(@ForAll("predictions") P predictions) {
        int[] twice = new int[predictions.rows()];
        Arrays.fill(twice, 2);
        new IntervalCheck<>(Claim.of(this, "more rows give a narrower interval"), predictions)
                .liesWithin(Rows.repeated(predictions, twice), 0.95, predictions, 0.95);
    }

    /**
     * The numbers of clusters do not matter, but for which rows share one: the standard error is the same.
     *
     * @param predictions any predictions
     * @param random chooses the clusters and their numbers
     */
    @Property(seed = "42")
    default void numbersOfClustersDoNotMatter(@ForAll("predictions") P predictions, @ForAll Random random) {
        new IntervalCheck<>(Claim.of(this, "the numbers of clusters do not matter"), predictions)
                .ignoresNumbersOfClusters(random);
    }

    /**
     * A replicate of the {@link Bootstrap} is the metric on reweighted rows: {@code M(w_i k_i)}, k_i being the
     * replicate's weight of row or query i, if M has a value on all rows. A {@link ScoreGroupMetric} that takes a group
     * without weight for one with rows fails here.
     *
     * @param predictions any predictions
     * @param random chooses the seed
     */
    @Property(seed = "42")
    default void replicateIsTheMetricOnReweightedRows(@ForAll("predictions") P predictions, @ForAll Random random) {
        new ReplicateCheck<>(Claim.of(this, "a replicate is the metric on reweighted rows"), predictions)
                .equalsReweighted(random.nextLong());
    }
}
