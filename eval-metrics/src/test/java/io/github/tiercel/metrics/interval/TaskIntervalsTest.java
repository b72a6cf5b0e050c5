package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of metrics of several classes, of numbers and of rankings. */
class TaskIntervalsTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    @ParameterizedTest
    @CsvSource({
        // producer: SciPy 1.10.1 t.ppf on errors and influence values in NumPy; tolerance: quantiles are iterative
        "mae, influence-t, 0.18539159497615695, 0.6646084050238431",
        "rmse, influence-log-t, 0.2984388122159458, 0.8460695783003414",
        "r2, influence-log-below-t, 0.9223531926995227, 0.9829325258868062",
        "pearson, influence-fisher-t, 0.9648616196338546, 0.9921394185919454"
    })
    void errorsOfNumbersAreThoseOfSciPy(String metric, String method, double lower, double upper) {
        RegressionPredictions rows = RegressionPredictions.of(
                new double[] {3, -.5, 2, 7, 4.2, 1.1, 0, 6.5}, new double[] {2.5, 0, 2, 8, 4.0, 1.5, .4, 6.1});
        Interval interval = plain(RegressionMetrics.named(metric).orElseThrow(), rows)
                .population()
                .orElseThrow();
        assertEquals(method, interval.method());
        assertEquals(lower, interval.lower(), 1e-9);
        assertEquals(upper, interval.upper(), 1e-9);
    }

    @Test
    void accuracyUnderAnyNameAndTheRecallOfAClassAreCounted() {
        MulticlassPredictions rows = threeClasses(200, 5);
        double right =
                rows(rows).filter(row -> decision(rows, row) == rows.label(row)).count();
        for (Metric<MulticlassPredictions> metric : List.of(
                MulticlassMetrics.ACCURACY,
                MulticlassMetrics.PRECISION_MICRO,
                MulticlassMetrics.RECALL_MICRO,
                MulticlassMetrics.F1_MICRO,
                MulticlassMetrics.RECALL_WEIGHTED,
                MulticlassMetrics.topK(1))) {
            assertCounted(right, 200, plain(metric, rows));
        }
        double found = rows(rows)
                .filter(row -> rows.label(row) == 2 && decision(rows, row) == 2)
                .count();
        assertCounted(found, rows.classRows(2), plain(MulticlassMetrics.recall("c"), rows));
        assertEquals(
                "influence-logit-t",
                plain(MulticlassMetrics.precision("c"), rows)
                        .population()
                        .orElseThrow()
                        .method());
    }

    private static void assertCounted(double successes, double trials, Estimate estimate) {
        assertEquals(
                ProportionInterval.WILSON.of(successes, trials, 0.95),
                estimate.population().orElseThrow(),
                estimate.metric());
        assertEquals(
                ProportionInterval.CLOPPER_PEARSON.of(successes, trials, 0.95),
                estimate.gate().orElseThrow(),
                estimate.metric());
    }

    @Test
    void tiesThatCountInBetweenAreNoLongerCounted() {
        double[][] scores = {{.5, .9, .1, .5}, {.5, .1, .9, .5}};
        MulticlassPredictions tied = MulticlassPredictions.of(List.of("a", "b"), new int[] {0, 0, 0, 1}, scores);
        Estimate top = plain(MulticlassMetrics.topK(1), tied);
        assertEquals(0.5, top.value().orNaN());
        assertEquals("influence-logit-t", top.population().orElseThrow().method());
    }

    @Test
    void weightedRowsAndClustersOfSeveralClassesAreNotCounted() {
        MulticlassPredictions rows = threeClasses(200, 5);
        double[] weights = new Random(1).doubles(200, 0.5, 2).toArray();
        assertEquals(
                "influence-logit-t",
                plain(MulticlassMetrics.ACCURACY, rows.withWeights(weights))
                        .population()
                        .orElseThrow()
                        .method());
        int[] clusters = new int[200];
        Arrays.setAll(clusters, row -> row / 2);
        assertEquals(
                "influence-logit-t",
                IntervalEstimator.of(Design.independent(200).withClusters(clusters), 0.95)
                        .estimate(MulticlassMetrics.ACCURACY, rows)
                        .population()
                        .orElseThrow()
                        .method());
    }

    @Test
    void aucOfSeveralClassesHasTheDegreesOfFreedomOfTheRarestClass() {
        MulticlassPredictions rows = threeClasses(200, 5);
        int rarest = IntStream.range(0, 3).map(rows::classRows).min().orElseThrow();
        assertTrue(rarest > 2 && rarest < 30);
        assertLogit(MulticlassMetrics.ROC_AUC_OVR, rows, rarest - 1);
        assertLogit(MulticlassMetrics.ROC_AUC_OVO, rows, rarest - 1);
        assertLogit(MulticlassMetrics.ROC_AUC_OVR_WEIGHTED, rows, 199);
        assertLogit(MulticlassMetrics.F1_MACRO, rows, 199);
    }

    private static void assertLogit(
            SmoothMetric<MulticlassPredictions> metric, MulticlassPredictions rows, double degreesOfFreedom) {
        Estimate estimate = plain(metric, rows);
        double value = estimate.value().orNaN();
        double margin = Quantiles.student(0.975, degreesOfFreedom)
                * estimate.standardError().orElseThrow()
                / (value * (1 - value));
        double lower = estimate.population().orElseThrow().lower();
        assertEquals(Math.log(value / (1 - value)) - margin, Math.log(lower / (1 - lower)), 1e-9, metric.name());
    }

    @Test
    void oneRowOfAClassGivesTheMeanOverClassesNoInterval() {
        int[] labels = {0, 0, 0, 1, 1, 2};
        double[][] scores = {{.6, .5, .2, .3, .1, .2}, {.3, .3, .5, .4, .6, .3}, {.1, .2, .3, .3, .3, .5}};
        MulticlassPredictions rows = MulticlassPredictions.of(CLASSES, labels, scores);
        assertTrue(plain(MulticlassMetrics.ROC_AUC_OVR, rows).value().isDefined());
        assertEquals(
                Optional.empty(), plain(MulticlassMetrics.ROC_AUC_OVR, rows).population());
        assertTrue(
                plain(MulticlassMetrics.ROC_AUC_OVR_WEIGHTED, rows).population().isPresent());
    }

    @Test
    void perfectDecisionsRestOnTheRarestClass() {
        int[] labels = new int[40];
        Arrays.fill(labels, 0, 5, 2);
        Arrays.fill(labels, 5, 15, 1);
        double[][] scores = new double[3][40];
        IntStream.range(0, 40).forEach(row -> scores[labels[row]][row] = 1);
        MulticlassPredictions rows = MulticlassPredictions.of(CLASSES, labels, scores);
        double five = Math.pow(0.025, 1.0 / 5);
        assertEdge(five, plain(MulticlassMetrics.F1_MACRO, rows));
        assertEdge(five, plain(MulticlassMetrics.ROC_AUC_OVR, rows));
        assertEdge(1 - 2 * (1 - five), plain(MulticlassMetrics.MCC, rows));
        assertEdge(Math.pow(0.025, 1.0 / 10), plain(MulticlassMetrics.f1("b"), rows));
        assertEdge(Math.pow(0.025, 1.0 / 10), plain(MulticlassMetrics.precision("b"), rows));
        Interval brier = plain(MulticlassMetrics.BRIER, rows).population().orElseThrow();
        assertEquals(2 * (1 - Math.pow(0.025, 1.0 / 40)), brier.upper(), 1e-12);
        assertEquals(0, brier.lower());
    }

    private static void assertEdge(double lower, Estimate estimate) {
        assertEquals("edge", estimate.population().orElseThrow().method(), estimate.metric());
        assertEquals(lower, estimate.population().orElseThrow().lower(), 1e-12, estimate.metric());
        assertTrue(estimate.flags().contains(EstimateFlag.AT_THE_EDGE), estimate.metric());
    }

    @Test
    void perfectOrderOfNumbersRestsOnIndependentPairs() {
        double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        RegressionPredictions rows = RegressionPredictions.of(numbers, numbers);
        double fourPairs = Math.pow(0.025, 1.0 / 4);
        assertEdge(fourPairs, plain(RegressionMetrics.CONCORDANCE, rows));
        assertEdge(1 - 2 * (1 - fourPairs), plain(RegressionMetrics.KENDALL, rows));
        assertEquals(Optional.empty(), plain(RegressionMetrics.R2, rows).population());
        assertEquals(Optional.empty(), plain(RegressionMetrics.RMSE, rows).population());
    }

    @Test
    void theQueryIsTheUnitOfARanking() {
        RankingPredictions rows = queries(40, 3);
        var perQuery = RankingMetrics.MRR.perQuery(rows);
        double[] values = IntStream.range(0, perQuery.size())
                .filter(q -> perQuery.value(q).isPresent())
                .mapToDouble(q -> perQuery.value(q).orElseThrow())
                .toArray();
        assertTrue(values.length < 40, "queries without a relevant row are no part of the mean");
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        Estimate mrr = plain(RankingMetrics.MRR, rows);
        assertEquals(error, mrr.standardError().orElseThrow(), 1e-15);
        assertEquals(
                mean - Quantiles.student(0.975, values.length - 1) * error,
                mrr.population().orElseThrow().lower(),
                1e-12);
        assertEquals("influence-t", mrr.population().orElseThrow().method());
    }

    @Test
    void hitsOfQueriesAreCounted() {
        RankingPredictions rows = queries(40, 3);
        Metric<RankingPredictions> hit = RankingMetrics.named("hit@2").orElseThrow();
        var perQuery = RankingMetrics.named("hit@2").orElseThrow().perQuery(rows);
        double counted = IntStream.range(0, 40)
                .filter(q -> perQuery.value(q).isPresent())
                .count();
        double hits = IntStream.range(0, 40)
                .mapToDouble(q -> perQuery.value(q).orElse(0))
                .sum();
        assertCounted(hits, counted, plain(hit, rows));
    }

    @Test
    void clustersOfARankingHoldWholeQueries() {
        RankingPredictions rows = queries(40, 3);
        Design users = Design.independent(rows.rows())
                .withClusters(rows(rows).map(row -> rows.query(row) / 2).toArray());
        Estimate byUser = IntervalEstimator.of(users, 0.95).estimate(RankingMetrics.MRR, rows);
        assertFalse(
                byUser.standardError().equals(plain(RankingMetrics.MRR, rows).standardError()));
        Design byRow = Design.independent(rows.rows()).withClusters(rows(rows).toArray());
        assertRefused(
                "clusters must hold whole queries, got query 0 in clusters 0 and 1",
                () -> IntervalEstimator.of(byRow, 0.95).estimate(RankingMetrics.MRR, rows));
        Design sample = Design.stratified(new int[rows.rows()], new int[] {rows.rows()}, new int[] {2 * rows.rows()});
        assertRefused(
                "a sample of a ranking must be one of whole queries: give the design its clusters",
                () -> IntervalEstimator.of(sample, 0.95).estimate(RankingMetrics.MRR, rows));
    }

    @Test
    void everyTaskCountsRowsOfPositiveWeight() {
        RegressionPredictions numbers =
                RegressionPredictions.of(new double[] {1, 2, 4}, new double[] {1, 3, 3}, new double[] {1, 0, 2});
        assertEquals(2, plain(RegressionMetrics.MAE, numbers).rows());
    }

    @Test
    void fewRowsAreFlaggedByWhatAMetricRestsOn() {
        MulticlassPredictions rows = threeClasses(200, 5);
        assertTrue(rows.classRows(2) < 25 && rows.classRows(1) >= 25);
        assertTrue(isFlagged(plain(MulticlassMetrics.F1_MACRO, rows)));
        assertTrue(isFlagged(plain(MulticlassMetrics.recall("c"), rows)));
        assertFalse(isFlagged(plain(MulticlassMetrics.recall("b"), rows)));
        assertFalse(isFlagged(plain(MulticlassMetrics.ACCURACY, rows)));
        assertFalse(isFlagged(plain(MulticlassMetrics.F1_WEIGHTED, rows)));
        Random random = new Random(1);
        for (int n : new int[] {24, 25}) {
            RegressionPredictions numbers = RegressionPredictions.of(
                    random.doubles(n).toArray(), random.doubles(n).toArray());
            assertEquals(n == 24, isFlagged(plain(RegressionMetrics.MAE, numbers)));
            assertEquals(n == 24, isFlagged(plain(RegressionMetrics.MAX_ERROR, numbers)));
            double[] relevance = new double[n + 1];
            Arrays.fill(relevance, 0, n, 1);
            RankingPredictions rankings = RankingPredictions.of(
                    IntStream.rangeClosed(0, n).toArray(),
                    relevance,
                    random.doubles(n + 1).toArray());
            assertEquals(n == 24, isFlagged(plain(RankingMetrics.MRR, rankings)));
        }
    }

    private static boolean isFlagged(Estimate estimate) {
        return estimate.flags().contains(EstimateFlag.SMALL_SAMPLE);
    }

    @Test
    void samplesOfEveryTaskHaveTwoTargets() {
        MulticlassPredictions rows = threeClasses(200, 5);
        double[] weights = new double[200];
        Arrays.fill(weights, 1.5);
        Design sample = Design.stratified(new int[200], new int[] {200}, new int[] {300});
        IntervalEstimator estimator = IntervalEstimator.of(sample, 0.95);
        MulticlassPredictions weighted = rows.withWeights(weights);
        Estimate accuracy = estimator.estimate(MulticlassMetrics.ACCURACY, weighted);
        assertEquals("mover-wilson", accuracy.fullSet().orElseThrow().method());
        for (Estimate estimate : List.of(
                accuracy,
                estimator.estimate(MulticlassMetrics.F1_MACRO, weighted),
                estimator.estimate(MulticlassMetrics.ROC_AUC_OVR, weighted),
                estimator.estimate(MulticlassMetrics.LOG_LOSS, weighted))) {
            assertTrue(
                    estimate.fullSet().orElseThrow().width()
                            < estimate.population().orElseThrow().width(),
                    estimate.metric());
        }
    }

    private static <P extends Predictions> Estimate plain(Metric<P> metric, P predictions) {
        return IntervalEstimator.of(Design.independent(predictions.rows()), 0.95)
                .estimate(metric, predictions);
    }

    private static IntStream rows(Predictions predictions) {
        return IntStream.range(0, predictions.rows());
    }

    private static int decision(MulticlassPredictions rows, int row) {
        return IntStream.range(0, 3)
                .reduce((best, c) -> rows.score(c, row) > rows.score(best, row) ? c : best)
                .orElseThrow();
    }

    /** Classes of about six, three and one in ten rows. */
    private static MulticlassPredictions threeClasses(int n, long seed) {
        Random random = new Random(seed);
        int[] labels = new int[n];
        double[][] scores = new double[3][n];
        for (int row = 0; row < n; row++) {
            int tenth = random.nextInt(10);
            labels[row] = tenth < 6 ? 0 : tenth < 9 ? 1 : 2;
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                scores[c][row] = random.nextDouble() + (labels[row] == c ? 0.5 : 0);
                sum += scores[c][row];
            }
            for (int c = 0; c < 3; c++) {
                scores[c][row] /= sum;
            }
        }
        return MulticlassPredictions.of(CLASSES, labels, scores);
    }

    /** Queries of five rows, each relevant with one chance in four. */
    private static RankingPredictions queries(int n, long seed) {
        Random random = new Random(seed);
        int[] queries = IntStream.range(0, 5 * n).map(row -> row / 5).toArray();
        double[] relevance =
                random.ints(5L * n, 0, 4).mapToDouble(of -> of == 0 ? 1 : 0).toArray();
        return RankingPredictions.of(queries, relevance, random.doubles(5L * n).toArray());
    }
}
