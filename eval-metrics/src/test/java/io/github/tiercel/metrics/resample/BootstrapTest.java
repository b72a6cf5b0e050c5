package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.Precision;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final List<Metric<BinaryPredictions>> METRICS = BinaryMetrics.all();

    @Test
    void repeatedRunsAreEqualToTheLastBit() {
        BinaryPredictions predictions = ReferenceTable.predictions("b200r", "score");
        Bootstrap bootstrap = Bootstrap.of(keys(200), 7, 101);
        assertSameBits(bootstrap.replicates(METRICS, predictions), bootstrap.replicates(METRICS, predictions));
    }

    @Test
    void oneThreadAndTheCommonPoolAreEqualToTheLastBit() throws Exception {
        BinaryPredictions predictions = ReferenceTable.predictions("b200r", "score");
        Bootstrap bootstrap = Bootstrap.of(keys(200), 7, 101);
        ForkJoinPool oneThread = new ForkJoinPool(1);
        try {
            assertSameBits(
                    oneThread
                            .submit(() -> bootstrap.replicates(METRICS, predictions))
                            .get(),
                    bootstrap.replicates(METRICS, predictions));
        } finally {
            oneThread.shutdown();
        }
    }

    @Test
    void otherSeedsGiveOtherReplicates() {
        BinaryPredictions predictions = ReferenceTable.predictions("b60", "score");
        assertNotEquals(
                auc(Bootstrap.of(keys(60), 1, 50), predictions).mean(),
                auc(Bootstrap.of(keys(60), 2, 50), predictions).mean());
    }

    @Test
    void moreReplicatesKeepTheFirstOnes() {
        BinaryPredictions predictions = ReferenceTable.predictions("b60", "score");
        Replicates three = auc(Bootstrap.of(keys(60), 1, 3), predictions);
        Replicates four = auc(Bootstrap.of(keys(60), 1, 4), predictions);
        assertEquals(3, three.defined());
        assertTrue(four.quantile(0) <= three.quantile(0) && four.quantile(1) >= three.quantile(1));
        assertEquals(
                3, Arrays.stream(values(four)).filter(v -> contains(three, v)).count());
    }

    @Test
    void keysAndNotPositionsDecide() {
        BinaryPredictions predictions = ReferenceTable.predictions("b60", "score");
        long[] keys = keys(60);
        int[] reversed = new int[60];
        long[] reversedKeys = new long[60];
        for (int row = 0; row < 60; row++) {
            reversed[row] = 59 - row;
            reversedKeys[row] = keys[59 - row];
        }
        Replicates forth = auc(Bootstrap.of(keys, 3, 100), predictions);
        Replicates back = auc(Bootstrap.of(reversedKeys, 3, 100), predictions.select(reversed));
        assertEquals(0, spread(forth.minus(back)));
    }

    @Test
    void rowsOfOneClusterShareTheirWeight() {
        BinaryPredictions single = ReferenceTable.predictions("b60", "score");
        long[] keys = keys(60);
        int[] twice = new int[120];
        long[] clusters = new long[120];
        for (int row = 0; row < 120; row++) {
            twice[row] = row / 2;
            clusters[row] = keys[row / 2];
        }
        for (Metric<BinaryPredictions> metric : METRICS) {
            Replicates once = only(metric, Bootstrap.of(keys, 3, 200), single);
            Replicates doubled = only(metric, Bootstrap.of(clusters, 3, 200), single.select(twice));
            assertEquals(0, spread(once.minus(doubled)), 1e-14, metric.name());
        }
    }

    @Test
    void theSpreadOfLogLossIsItsAnalyticError() {
        int rows = 2000;
        int replicates = 2000;
        BinaryPredictions predictions = new Binormal(0.3).draw(rows, new Random(11));
        double analytic = Linearisation.variance(
                        Design.independent(rows), predictions, BinaryMetrics.LOG_LOSS.influence(predictions))
                .standardError();
        double spread = only(BinaryMetrics.LOG_LOSS, Bootstrap.of(keys(rows), 5, replicates), predictions)
                .standardError();
        // Four standard deviations of a standard error from B replicates. Dividing by the number of rows instead of
        // the weight a replicate realised would add the squared mean to the variance.
        assertEquals(1, spread / analytic, 4 / Math.sqrt(2.0 * (replicates - 1)));
    }

    @Test
    void theSpreadOfAucIsDeLongsError() {
        int rows = 2000;
        int replicates = 2000;
        BinaryPredictions predictions = new Binormal(0.3).draw(rows, new Random(12));
        double analytic = Linearisation.variance(
                        Design.independent(rows), predictions, BinaryMetrics.ROC_AUC.influence(predictions))
                .standardError();
        double spread =
                auc(Bootstrap.of(keys(rows), 5, replicates), predictions).standardError();
        assertEquals(1, spread / analytic, 4 / Math.sqrt(2.0 * (replicates - 1)));
    }

    @Test
    void replicatesWithoutAPositiveRowAreCounted() {
        int replicates = 2000;
        for (int positives : new int[] {1, 3}) {
            boolean[] labels = new boolean[30];
            Arrays.fill(labels, 0, positives, true);
            double[] scores = new Random(positives).doubles(30).toArray();
            Replicates recall = only(
                    BinaryMetrics.RECALL, Bootstrap.of(keys(30), 9, replicates), BinaryPredictions.of(labels, scores));
            // Every positive row weighs 0 with probability 1/e; four binomial standard deviations.
            double share = Math.exp(-positives);
            assertEquals(
                    share, recall.undefined() / (double) replicates, 4 * Math.sqrt(share * (1 - share) / replicates));
            assertEquals(positives == 3, recall.percentile(0.5, 0.95).isPresent(), "a tenth may be undefined, no more");
        }
    }

    @Test
    void metricsUndefinedOnAllRowsHaveNoReplicate() {
        BinaryPredictions negative = ReferenceTable.predictions("allneg4", "score");
        Replicates auc = auc(Bootstrap.of(keys(4), 1, 20), negative);
        assertEquals(0, auc.defined());
        assertEquals(20, auc.undefined());
        assertEquals(Optional.empty(), auc.bca(0, 0, 0.95));
    }

    @Test
    void meansTakeUnitsInTheOrderOfTheirKeys() {
        double[] errors = {0.1, 0.2, 0.3, 0.7, 1e9};
        RegressionPredictions forth = RegressionPredictions.of(new double[5], errors);
        int[] order = {3, 0, 4, 2, 1};
        long[] keys = keys(5);
        long[] shuffled = Arrays.stream(order).mapToLong(row -> keys[row]).toArray();
        assertSameBits(
                Bootstrap.of(keys, 3, 50).replicates(List.of(RegressionMetrics.MAE), forth),
                Bootstrap.of(shuffled, 3, 50).replicates(List.of(RegressionMetrics.MAE), forth.select(order)));
    }

    @Test
    void metricsOfEveryTaskAreEqualToTheLastBitOnAnyNumberOfThreads() throws Exception {
        Random random = new Random(8);
        double[] some = random.doubles(60, 0, 0.5).toArray();
        double[] others = random.doubles(60, 0, 0.5).toArray();
        double[] rest = new double[60];
        Arrays.setAll(rest, row -> 1 - some[row] - others[row]);
        int[] labels = random.ints(60, 0, 3).toArray();
        assertThreadsDoNotMatter(
                MetricFamily.MULTICLASS,
                MulticlassPredictions.of(List.of("a", "b", "c"), labels, new double[][] {some, others, rest}));
        assertThreadsDoNotMatter(MetricFamily.REGRESSION, RegressionPredictions.of(some, others));
    }

    private static <P extends Predictions> void assertThreadsDoNotMatter(MetricFamily<P> family, P predictions)
            throws Exception {
        Bootstrap bootstrap = Bootstrap.of(keys(predictions.rows()), 7, 101);
        ForkJoinPool oneThread = new ForkJoinPool(1);
        try {
            assertSameBits(
                    oneThread
                            .submit(() -> bootstrap.replicates(family.all(), predictions))
                            .get(),
                    bootstrap.replicates(family.all(), predictions));
        } finally {
            oneThread.shutdown();
        }
    }

    @Test
    void rowsOfOneQueryMustShareTheirKey() {
        RankingPredictions queries =
                RankingPredictions.of(new int[] {5, 8, 5}, new double[] {0, 1, 1}, new double[] {.1, .2, .3});
        assertRefused(
                "rows of one query must have one unit key, got two for query 5 at rows 0 and 2",
                () -> Bootstrap.of(new long[] {1, 2, 3}, 1, 2).replicates(RankingMetrics.all(), queries));
    }

    @Test
    void badArgumentsAreRefused() {
        List<Metric<BinaryPredictions>> twice = List.of(new Precision(0.5), BinaryMetrics.ROC_AUC, new Precision(0.9));
        assertRefused(
                "metrics must have distinct names, got precision twice; ask for each by itself",
                () -> Bootstrap.of(keys(60), 1, 2).replicates(twice, ReferenceTable.predictions("b60", "score")));
        assertRefused("replicates must be at least 2, got 1", () -> Bootstrap.of(keys(4), 1, 1));
        assertRefused("predictions has 60 rows but unitKeys has 4", () -> Bootstrap.of(keys(4), 1, 2)
                .replicates(METRICS, ReferenceTable.predictions("b60", "score")));
    }

    private static Replicates auc(Bootstrap bootstrap, BinaryPredictions predictions) {
        return only(BinaryMetrics.ROC_AUC, bootstrap, predictions);
    }

    private static Replicates only(
            Metric<BinaryPredictions> metric, Bootstrap bootstrap, BinaryPredictions predictions) {
        return bootstrap
                .replicates(List.of(metric), predictions)
                .values()
                .iterator()
                .next();
    }

    private static long[] keys(int rows) {
        return new Random(99).longs(rows).toArray();
    }

    private static double[] values(Replicates replicates) {
        double[] values = new double[replicates.defined()];
        Arrays.setAll(values, b -> replicates.quantile(values.length == 1 ? 0 : b / (values.length - 1.0)));
        return values;
    }

    private static boolean contains(Replicates replicates, double value) {
        return Arrays.stream(values(replicates)).anyMatch(one -> Math.abs(one - value) < 1e-15);
    }

    /** The largest distance of a replicate from 0. */
    private static double spread(Replicates replicates) {
        return Math.max(Math.abs(replicates.quantile(0)), Math.abs(replicates.quantile(1)));
    }

    private static void assertSameBits(Map<String, Replicates> left, Map<String, Replicates> right) {
        assertEquals(List.copyOf(left.keySet()), List.copyOf(right.keySet()));
        left.forEach((name, replicates) -> {
            Replicates other = Objects.requireNonNull(right.get(name));
            assertEquals(replicates.undefined(), other.undefined(), name);
            assertEquals(replicates.defined(), replicates.minus(other).defined(), name);
            assertTrue(replicates.defined() == 0 || spread(replicates.minus(other)) == 0, name);
        });
    }
}
