package io.github.tiercel.metrics.ranking;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

    private static final RankingPredictions EMPTY = RankingPredictions.of(new int[0], new double[0], new double[0]);

    /** Query 7 ranks its relevant row second of two, query 3 first of one, query 5 has none. */
    private static final RankingPredictions PREDICTIONS =
            RankingPredictions.of(new int[] {7, 3, 7, 5}, new double[] {2, 1, 0, 0}, new double[] {.1, .2, .3, .4});

    @Test
    void namesAreThoseOfTheContract() {
        assertEquals(
                List.of(
                        "ndcg@10",
                        "map",
                        "mrr",
                        "precision@10",
                        "recall@10",
                        "hit@10",
                        "ndcg_exp@10",
                        "dcg@10",
                        "dcg_exp@10"),
                RankingMetrics.all().stream().map(Metric::name).toList());
    }

    @Test
    void everyMetricIsFoundByItsName() {
        for (QueryMeanMetric metric : RankingMetrics.all()) {
            assertEquals(Optional.of(metric), RankingMetrics.named(metric.name()));
        }
        for (String name :
                List.of("ndcg", "ndcg_exp", "ndcg_exp@3", "dcg", "dcg_exp", "precision@1", "hit@999999999")) {
            assertEquals(name, RankingMetrics.named(name).orElseThrow().name());
        }
    }

    @Test
    void otherNamesAreNotGuessed() {
        for (String name : List.of(
                "NDCG@10", "ndcg@", "ndcg@0", "ndcg@-1", "ndcg@010", "ndcg@9999999999", "map@3", "precision", "")) {
            assertEquals(Optional.empty(), RankingMetrics.named(name), name);
        }
    }

    @Test
    void everyMetricIsBetterWhenHigherAndLiesInTheUnitIntervalUnlessItSumsGains() {
        for (QueryMeanMetric metric : RankingMetrics.all()) {
            assertEquals(Direction.HIGHER_IS_BETTER, metric.direction());
            assertEquals(metric instanceof Dcg ? Range.NON_NEGATIVE : Range.UNIT, metric.range(), metric.name());
            assertEquals(Counting.DEFAULT, metric.counting());
            assertFalse(metric.needsProbabilities());
        }
    }

    @Test
    void queriesAreListedInAscendingOrderWithTheirWeights() {
        QueryValues values = RankingMetrics.MRR.perQuery(PREDICTIONS.withWeights(new double[] {1, 4, 2, 5}));
        assertEquals(3, values.size());
        assertEquals(List.of(3, 5, 7), List.of(values.query(0), values.query(1), values.query(2)));
        assertEquals(List.of(4.0, 5.0, 1.5), List.of(values.weight(0), values.weight(1), values.weight(2)));
        assertEquals(1, values.value(0).orElseThrow());
        assertFalse(values.value(1).isPresent());
        assertEquals(0.5, values.value(2).orElseThrow());
        assertEquals(1, values.withoutRelevant());
        assertEquals((4 + 1.5 * 0.5) / 5.5, values.mean().orNaN(), 1e-15);
    }

    @Test
    void queriesWithoutRelevantRowsCountAsDeclared() {
        assertEquals(0.75, mrr(WithoutRelevant.SKIP));
        assertEquals(0.5, mrr(WithoutRelevant.ZERO));
        assertEquals(2.5 / 3, mrr(WithoutRelevant.ONE));
    }

    @Test
    void rulesForQueriesWithoutRelevantRowsHaveNames() {
        for (WithoutRelevant rule : WithoutRelevant.values()) {
            assertEquals(Optional.of(rule), WithoutRelevant.named(rule.spelling()));
        }
        assertEquals("skip", WithoutRelevant.SKIP.spelling());
        assertEquals(Optional.empty(), WithoutRelevant.named("Skip"));
    }

    @Test
    void rulesAreDeclaredForMetricsThatAreThereAlready() {
        Counting zero = new Counting(WithoutRelevant.ZERO, Ties.AVERAGED);
        for (QueryMeanMetric metric : RankingMetrics.all()) {
            assertEquals(RankingMetrics.named(metric.name(), zero), Optional.of(RankingMetrics.with(metric, zero)));
        }
        QueryMeanMetric own = new FirstIsRelevant("map");
        assertSame(own, RankingMetrics.with(own, zero));
        QueryMeanMetric ofAnotherName = new FirstIsRelevant("first");
        assertSame(ofAnotherName, RankingMetrics.with(ofAnotherName, zero));
    }

    private record FirstIsRelevant(String name) implements QueryMeanMetric {

        @Override
        public Counting counting() {
            return Counting.DEFAULT;
        }

        @Override
        public double queryValue(RankedQuery query) {
            return query.relevantAt(1);
        }
    }

    private static double mrr(WithoutRelevant rule) {
        return new MeanReciprocalRank(new Counting(rule, Ties.AVERAGED))
                .value(PREDICTIONS)
                .orNaN();
    }

    @Test
    void influenceOfAQueryIsSpreadOverItsRows() {
        // (v - .75) times 4 rows / 2 queries, over the rows of the query.
        assertArrayEquals(new double[] {-.25, .5, -.25, 0}, RankingMetrics.MRR.influence(PREDICTIONS), 1e-15);
    }

    @Test
    void influenceValuesOfAnUndefinedMetricAreRefusedWithTheReason() {
        for (QueryMeanMetric metric : RankingMetrics.all()) {
            assertEquals(
                    metric.name() + " has no influence values on these predictions: there is no row of positive weight",
                    assertThrows(IllegalStateException.class, () -> metric.influence(EMPTY))
                            .getMessage());
        }
    }

    @Test
    void infiniteRelevanceHasNoGain() {
        RankingPredictions infinite =
                RankingPredictions.of(new int[2], new double[] {Double.POSITIVE_INFINITY, 1}, new double[] {.1, .2});
        Ndcg ndcg = RankingMetrics.NDCG_10;
        assertEquals(Value.undefined(UndefinedReason.INFINITE_RELEVANCE), ndcg.value(infinite));
        assertEquals(
                "ndcg@10 has no query values on these predictions: some relevance is infinite",
                assertThrows(IllegalStateException.class, () -> ndcg.perQuery(infinite))
                        .getMessage());
        assertEquals(
                "ndcg@10 has no influence values on these predictions: some relevance is infinite",
                assertThrows(IllegalStateException.class, () -> ndcg.influence(infinite))
                        .getMessage());
        assertEquals(Value.of(1), ndcg.value(infinite.withWeights(new double[] {0, 1})));
    }

    @Test
    void gainsThatOverflowHaveNoSum() {
        RankingPredictions large = RankingPredictions.of(new int[2], new double[] {5000, 1}, new double[] {.1, .2});
        assertEquals(Value.undefined(UndefinedReason.NOT_FINITE), RankingMetrics.DCG_EXP_10.value(large));
        assertEquals(
                "dcg_exp@10 has no influence values on these predictions:"
                        + " labels or predictions are infinite, or too large for their errors to be summed",
                assertThrows(IllegalStateException.class, () -> RankingMetrics.DCG_EXP_10.influence(large))
                        .getMessage());
    }

    @Test
    void exponentialGainOfLargeRelevanceDoesNotOverflow() {
        RankingPredictions large = RankingPredictions.of(new int[2], new double[] {5000, 4999}, new double[] {.1, .2});
        double second = 1 / (Math.log(3) / Math.log(2));
        double value = new Ndcg(Ndcg.ALL_RANKS, Gain.EXPONENTIAL, Counting.DEFAULT)
                .value(large)
                .orNaN();
        assertEquals((0.5 + second) / (1 + 0.5 * second), value, 1e-15);
    }

    @Test
    void shortListsAreNotRewardedInPrecision() {
        RankingPredictions one = RankingPredictions.of(new int[1], new double[] {1}, new double[] {.1});
        assertEquals(Value.of(0.1), RankingMetrics.PRECISION_10.value(one));
        assertEquals(Value.of(1), RankingMetrics.RECALL_10.value(one));
    }

    @Test
    void tiedRowsByRowRankTheEarlierFirst() {
        RankingPredictions tied = RankingPredictions.of(new int[2], new double[] {0, 1}, new double[] {-0.0, 0.0});
        Counting byRow = new Counting(WithoutRelevant.SKIP, Ties.BY_ROW);
        assertEquals(Value.of(0.5), new MeanReciprocalRank(byRow).value(tied));
        assertEquals(Value.of(0.75), RankingMetrics.MRR.value(tied));
    }

    @Test
    void numberOfRanksMustBePositive() {
        String message = "k must be at least 1, got 0";
        assertRefused(message, () -> new Ndcg(0, Gain.LINEAR, Counting.DEFAULT));
        assertRefused(message, () -> new Dcg(0, Gain.LINEAR, Counting.DEFAULT));
        assertRefused(message, () -> new PrecisionAt(0, Counting.DEFAULT));
        assertRefused(message, () -> new RecallAt(0, Counting.DEFAULT));
        assertRefused(message, () -> new HitAt(0, Counting.DEFAULT));
    }
}
