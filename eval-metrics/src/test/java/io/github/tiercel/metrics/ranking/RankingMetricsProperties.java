package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that every registered metric keeps. */
class RankingMetricsProperties {

    /** Relative above 1: this leaves room for a few hundred roundings. */
    private static final double TOLERANCE = 1e-12;

    /** Relative step of a weight in a central difference, whose own error is some STEP² = 1e-8. */
    private static final double STEP = 1e-4;

    /** Relative to the value or the largest influence value, where one is above 1. */
    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    @Provide
    Arbitrary<QueryMeanMetric> metrics() {
        return metrics(Ties.AVERAGED);
    }

    @Provide
    Arbitrary<QueryMeanMetric> metricsOfAnyTies() {
        return Arbitraries.oneOf(metrics(Ties.AVERAGED), metrics(Ties.BY_ROW));
    }

    private static Arbitrary<QueryMeanMetric> metrics(Ties ties) {
        List<QueryMeanMetric> metrics = new ArrayList<>();
        for (WithoutRelevant rule : WithoutRelevant.values()) {
            for (String name : List.of(
                    "ndcg",
                    "ndcg@2",
                    "ndcg_exp",
                    "dcg@2",
                    "dcg_exp",
                    "map",
                    "mrr",
                    "precision@3",
                    "recall@2",
                    "hit@2")) {
                metrics.add(RankingMetrics.named(name, new Counting(rule, ties)).orElseThrow());
            }
        }
        return Arbitraries.of(metrics);
    }

    @Provide
    Arbitrary<RankingPredictions> predictions() {
        return RandomRankings.any();
    }

    @Property(seed = "42")
    void orderOfRowsDoesNotMatterWhereTiesAreAveraged(
            @ForAll("metrics") QueryMeanMetric metric,
            @ForAll("predictions") RankingPredictions predictions,
            @ForAll Random random) {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, predictions.rows()).boxed().toList());
        Collections.shuffle(rows, random);
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        assertEqual(metric, predictions, predictions.select(order));
    }

    @Property(seed = "42")
    void increasingMapOfScoresChangesNothing(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric, @ForAll("predictions") RankingPredictions predictions) {
        assertEqual(
                metric,
                predictions,
                with(predictions, predictions::query, row -> increasing(predictions, predictions.score(row))));
    }

    @Property(seed = "42")
    void numbersOfQueriesAreNamesOnly(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric, @ForAll("predictions") RankingPredictions predictions) {
        assertEqual(
                metric,
                predictions,
                with(predictions, row -> Integer.MAX_VALUE - predictions.query(row), predictions::score));
    }

    @Property(seed = "42")
    void wholeWeightOfAQueryCountsAsRepetitionAndZeroAsAbsence(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric,
            @ForAll("predictions") RankingPredictions predictions,
            @ForAll Random random) {
        int[] times = random.ints(8, 0, 4).toArray();
        RankingPredictions small = with(predictions, row -> predictions.query(row) % 8, predictions::score);
        RankingPredictions weighted = timesWeights(small, row -> times[small.query(row)]);
        assertEqual(metric, repeated(small, times), weighted);
    }

    @Property(seed = "42")
    void rowsOfWeightZeroAreAbsent(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric, @ForAll("predictions") RankingPredictions predictions) {
        int[] present = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.weight(row) > 0)
                .toArray();
        assertEqual(metric, predictions.select(present), predictions);
    }

    @Property(seed = "42")
    void onlyRatiosOfWeightsMatterHoweverLargeOrSmall(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric, @ForAll("predictions") RankingPredictions predictions) {
        assertEqual(metric, predictions, timesWeights(predictions, row -> 0x1p900));
        assertEqual(metric, predictions, timesWeights(predictions, row -> 0x1p-900));
    }

    @Property(seed = "42")
    void valuesLieInTheirRange(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric, @ForAll("predictions") RankingPredictions predictions) {
        Value value = metric.value(predictions);
        assertTrue(!value.isDefined() || metric.range().contains(value.orNaN()), () -> metric + " " + value);
        QueryValues values = metric.perQuery(predictions);
        for (int q = 0; q < values.size(); q++) {
            double ofQuery = values.value(q).orElse(0);
            double highest = metric.range().upper() + TOLERANCE;
            assertTrue(ofQuery >= 0 && ofQuery <= highest, () -> metric + " " + ofQuery);
        }
    }

    @Property(seed = "42")
    void bestOrderGivesNdcgMapAndReciprocalRankOne(@ForAll("predictions") RankingPredictions predictions) {
        RankingPredictions best = with(predictions, predictions::query, predictions::relevance);
        for (String name : List.of("ndcg", "ndcg@2", "ndcg_exp", "map", "mrr", "hit@1")) {
            Value value = RankingMetrics.named(name).orElseThrow().value(best);
            assertEquals(1, value.isDefined() ? value.orNaN() : 1, TOLERANCE, name);
        }
    }

    @Property(seed = "42")
    void ndcgIsTheShareOfTheBestDcgInEachQuery(@ForAll("predictions") RankingPredictions predictions) {
        RankingPredictions best = with(predictions, predictions::query, predictions::relevance);
        for (String cut : List.of("", "_exp", "@2", "_exp@2")) {
            QueryValues shares = values("ndcg" + cut, predictions);
            QueryValues sums = values("dcg" + cut, predictions);
            QueryValues bestSums = values("dcg" + cut, best);
            for (int q = 0; q < shares.size(); q++) {
                double most = bestSums.value(q).orElse(Double.NaN);
                // Sums of larger or smaller gains leave the range of normal numbers; shares of them do not.
                if (most > 1e-300 && most < 1e300) {
                    double share =
                            sums.value(q).orElseThrow() / bestSums.value(q).orElseThrow();
                    assertEquals(share, shares.value(q).orElseThrow(), TOLERANCE, cut);
                }
            }
        }
    }

    private static QueryValues values(String metric, RankingPredictions predictions) {
        return RankingMetrics.named(metric).orElseThrow().perQuery(predictions);
    }

    @Property(seed = "42")
    void averagedTiesAreTheMeanOverAllOrders(@ForAll Random random) {
        int rows = 1 + random.nextInt(6);
        int[] oneQuery = new int[rows];
        double[] relevance = random.ints(rows, 0, 3).asDoubleStream().toArray();
        double[] scores = random.ints(rows, 0, 2).asDoubleStream().toArray();
        RankingPredictions predictions = RankingPredictions.of(oneQuery, relevance, scores);
        for (String name :
                List.of("ndcg", "ndcg@2", "ndcg_exp@3", "dcg@2", "map", "mrr", "precision@3", "recall@2", "hit@2")) {
            QueryMeanMetric averaged = RankingMetrics.named(name).orElseThrow();
            QueryMeanMetric byRow = RankingMetrics.named(name, new Counting(WithoutRelevant.SKIP, Ties.BY_ROW))
                    .orElseThrow();
            double mean = orders(rows).stream()
                    .mapToDouble(order -> byRow.value(predictions.select(order)).orNaN())
                    .average()
                    .orElseThrow();
            assertEquals(mean, averaged.value(predictions).orNaN(), TOLERANCE, name);
        }
    }

    @Property(seed = "42")
    void influenceValuesHaveMeanZeroAndAreTheDerivativeByWeight(
            @ForAll("metricsOfAnyTies") QueryMeanMetric metric, @ForAll("predictions") RankingPredictions predictions) {
        Value value = metric.value(predictions);
        // Near the end of the range of doubles a sum of gains still exists, but not W times its slope.
        if (!(value.orNaN() < 1e300)) {
            return;
        }
        double[] influence = metric.influence(predictions);
        double largest = Arrays.stream(influence).map(Math::abs).max().orElse(0);
        double size = Math.max(1, Math.max(largest, value.orNaN()));
        double[] weights = weights(predictions);
        double total = Arrays.stream(weights).sum();
        double mean = 0;
        for (int row = 0; row < weights.length; row++) {
            double contribution = weights[row] * influence[row] / total;
            assertEquals(slope(metric, predictions, row), contribution, size * DIFFERENCE_TOLERANCE, metric.name());
            mean += contribution;
        }
        assertEquals(0, mean, size * TOLERANCE, metric.name());
    }

    private static double slope(QueryMeanMetric metric, RankingPredictions predictions, int row) {
        RankingPredictions more = timesWeights(predictions, other -> other == row ? 1 + STEP : 1);
        RankingPredictions less = timesWeights(predictions, other -> other == row ? 1 - STEP : 1);
        return (metric.value(more).orNaN() - metric.value(less).orNaN()) / (2 * STEP);
    }

    /** The number of distinct scores below a score, which no map of scores could change. */
    private static double increasing(RankingPredictions predictions, double score) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.score(row) + 0.0)
                .distinct()
                .filter(other -> other < score)
                .count();
    }

    private static RankingPredictions with(
            RankingPredictions predictions, IntUnaryOperator query, IntToDoubleFunction score) {
        IntStream rows = IntStream.range(0, predictions.rows());
        int[] queries = rows.map(query).toArray();
        double[] relevance = new double[queries.length];
        double[] scores = new double[queries.length];
        for (int row = 0; row < queries.length; row++) {
            relevance[row] = predictions.relevance(row);
            scores[row] = score.applyAsDouble(row);
        }
        return RankingPredictions.of(queries, relevance, scores).withWeights(weights(predictions));
    }

    private static RankingPredictions timesWeights(RankingPredictions predictions, IntToDoubleFunction factor) {
        double[] weights = weights(predictions);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= factor.applyAsDouble(row);
        }
        return predictions.withWeights(weights);
    }

    /** Query q, below 8, as often as it says there, each time under a number of its own. */
    private static RankingPredictions repeated(RankingPredictions predictions, int[] times) {
        int[] rows = IntStream.range(0, 4 * predictions.rows())
                .filter(i -> i / predictions.rows() < times[predictions.query(i % predictions.rows())])
                .toArray();
        RankingPredictions some = predictions.select(
                Arrays.stream(rows).map(i -> i % predictions.rows()).toArray());
        return with(some, row -> some.query(row) + 8 * (rows[row] / predictions.rows()), some::score);
    }

    private static double[] weights(RankingPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(predictions::weight)
                .toArray();
    }

    private static List<int[]> orders(int rows) {
        List<int[]> orders = List.of(new int[0]);
        for (int next = 0; next < rows; next++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] order : orders) {
                for (int at = 0; at <= order.length; at++) {
                    longer.add(inserted(order, at, next));
                }
            }
            orders = longer;
        }
        return orders;
    }

    private static int[] inserted(int[] order, int at, int next) {
        int[] longer = Arrays.copyOf(order, order.length + 1);
        System.arraycopy(order, at, longer, at + 1, order.length - at);
        longer[at] = next;
        return longer;
    }

    private static void assertEqual(QueryMeanMetric metric, RankingPredictions expected, RankingPredictions actual) {
        Value value = metric.value(expected);
        if (value.isDefined()) {
            double tolerance = TOLERANCE * Math.max(1, value.orNaN());
            assertEquals(value.orNaN(), metric.value(actual).orNaN(), tolerance, metric.name());
        } else {
            assertEquals(value, metric.value(actual), metric.name());
        }
    }
}
