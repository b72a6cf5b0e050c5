package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.PartialRocAuc;
import io.github.tiercel.metrics.interval.Binormal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replicates of every scheme are distributed as those of rows drawn with return and sorted anew, and spread as far as
 * the analytic error says.
 */
@Tag("long")
class SchemeDistributionTest {

    private static final int ROWS = 3000;
    private static final int NAIVE = 5000;
    private static final int OURS = 12_000;
    private static final double[] PROBABILITIES = {0.025, 0.5, 0.975};

    /** Rows of which a share is positive; logits are rounded to steps, 0 for none. */
    private record World(double prevalence, double step) {

        BinaryPredictions draw(int rows) {
            BinaryPredictions drawn = new Binormal(prevalence, 1.3).draw(rows, new Random(7));
            double[] scores = new double[rows];
            Arrays.setAll(scores, row -> rounded(drawn.score(row)));
            return drawn.withScores(scores);
        }

        private double rounded(double probability) {
            double logit = Math.log(probability / (1 - probability));
            return step == 0 ? probability : 1 / (1 + Math.exp(-step * Math.rint(logit / step)));
        }
    }

    /** Continuous scores, about 20 of them, and about 1,000. */
    static Stream<World> worlds() {
        return Stream.of(
                new World(0.01, 0),
                new World(0.01, 0.4),
                new World(0.05, 0),
                new World(0.05, 0.008),
                new World(0.05, 0.4),
                new World(0.3, 0),
                new World(0.3, 0.4));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void replicatesAreDistributedAsThoseOfResampledRows(World world) {
        BinaryPredictions predictions = world.draw(ROWS);
        List<Metric<BinaryPredictions>> metrics = metrics(predictions);
        List<Metric<BinaryPredictions>> all = new ArrayList<>(metrics);
        all.add(BinaryMetrics.KS);
        all.add(PartialRocAuc.byFalsePositiveRate(0, 0.1));
        Map<String, MonteCarlo> naive = NaiveBootstrap.replicates(all, predictions, NAIVE, 1);
        assertSame(naive, Bootstrap.of(keys(ROWS), 2, OURS / 2).replicates(all, predictions));
        assertSame(naive, Bootstrap.compressed(3, OURS).replicates(all, predictions));
        assertNearly(naive, Bootstrap.rankBlocks(4, OURS).replicates(metrics, predictions));
    }

    /** Where blocks are large: 2,000 and 15,000 positive rows. */
    @ParameterizedTest
    @CsvSource({"0.01, 200000", "0.3, 50000"})
    void rankBlocksOfLargeDataAreDistributedNearlyAsCompressedOnes(double prevalence, int rows) {
        BinaryPredictions predictions = new World(prevalence, 0).draw(rows);
        List<Metric<BinaryPredictions>> metrics = metrics(predictions);
        Map<String, MonteCarlo> compressed = new LinkedHashMap<>();
        Bootstrap.compressed(10, OURS)
                .replicates(metrics, predictions)
                .forEach((name, replicates) -> compressed.put(name, MonteCarlo.of(replicates)));
        MonteCarlo logLoss = Objects.requireNonNull(compressed.get("log_loss"));
        logLoss.assertDeviation(error(BinaryMetrics.LOG_LOSS, predictions), 1.0 / rows, "log_loss, compressed");
        assertNearly(compressed, Bootstrap.rankBlocks(11, OURS).replicates(metrics, predictions));
    }

    /** Rank blocks promise the spread within 2 %, and replicates of the best F1 that lie lower by a tenth of it. */
    private static void assertNearly(Map<String, MonteCarlo> expected, Map<String, Replicates> blocks) {
        blocks.forEach((name, replicates) -> {
            MonteCarlo other = Objects.requireNonNull(expected.get(name));
            MonteCarlo ours = MonteCarlo.of(replicates);
            ours.assertSameDeviation(other, 0.02, name + ", rank-blocks");
            double below = (name.equals("best_f1") ? 0.11 : 0.05) * other.deviation();
            double above = 0.05 * other.deviation();
            for (double probability : PROBABILITIES) {
                ours.assertSameQuantile(other, probability, below, above, name + ", rank-blocks");
            }
            double error = replicates.approximationError().orElseThrow();
            assertEquals(0, error, (name.equals("best_f1") ? 0.05 : 0.002) * other.deviation(), name);
            boolean isExact = !name.equals("average_precision") && !name.equals("best_f1");
            assertTrue(!isExact || Math.abs(error) < 1e-12, name);
            // The best of some thresholds is no better than the best of all.
            assertTrue(!name.equals("best_f1") || error < 1e-12, name);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soAreThoseOfRowsWithWeightsOfTheirOwn(boolean whole) {
        for (World world : List.of(new World(0.05, 0), new World(0.3, 0.4))) {
            BinaryPredictions predictions = world.draw(ROWS).withWeights(weights(whole));
            List<Metric<BinaryPredictions>> metrics = metrics(predictions);
            assertSame(
                    NaiveBootstrap.replicates(metrics, predictions, NAIVE, 5),
                    Bootstrap.of(keys(ROWS), 6, OURS / 2).replicates(metrics, predictions));
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theirSpreadIsTheAnalyticError(World world) {
        BinaryPredictions predictions = world.draw(ROWS);
        double accuracy = BinaryMetrics.ACCURACY
                .at(threshold(predictions))
                .value(predictions)
                .orNaN();
        List<Bootstrap> schemes = List.of(
                Bootstrap.of(keys(ROWS), 7, OURS / 2), Bootstrap.compressed(8, OURS), Bootstrap.rankBlocks(9, OURS));
        for (Bootstrap scheme : schemes) {
            Map<String, Replicates> replicates = scheme.replicates(metrics(predictions), predictions);
            // The error of first order leaves out that the numbers of rows of both classes vary.
            assertSpread(
                    replicates, "roc_auc", error(BinaryMetrics.ROC_AUC, predictions), 1.0 / predictions.positives());
            assertSpread(replicates, "log_loss", error(BinaryMetrics.LOG_LOSS, predictions), 1.0 / ROWS);
            assertSpread(replicates, "brier", error(BinaryMetrics.BRIER, predictions), 1.0 / ROWS);
            assertSpread(replicates, "accuracy", Math.sqrt(accuracy * (1 - accuracy) / ROWS), 1.0 / ROWS);
        }
    }

    private static void assertSpread(Map<String, Replicates> replicates, String name, double error, double allowance) {
        Replicates some = Objects.requireNonNull(replicates.get(name));
        MonteCarlo.of(some)
                .assertDeviation(error, allowance, name + ", " + some.scheme().title());
    }

    /** DeLong's error for ROC-AUC, the standard deviation over the root of n for a mean. */
    private static double error(SmoothMetric<BinaryPredictions> metric, BinaryPredictions predictions) {
        double squares =
                Arrays.stream(metric.influence(predictions)).map(x -> x * x).sum();
        return Math.sqrt(squares) / predictions.rows();
    }

    private static void assertSame(Map<String, MonteCarlo> naive, Map<String, Replicates> replicates) {
        assertEquals(naive.keySet(), replicates.keySet());
        naive.forEach((name, expected) -> {
            MonteCarlo ours = MonteCarlo.of(Objects.requireNonNull(replicates.get(name)));
            String what = name + ", "
                    + Objects.requireNonNull(replicates.get(name)).scheme().title();
            ours.assertSameDeviation(expected, 0, what);
            // The shares of a whole number of rows have gaps of one row, which random totals fill.
            double gap = 1.0 / ROWS;
            for (double probability : PROBABILITIES) {
                ours.assertSameQuantile(expected, probability, gap, gap, what);
            }
        });
    }

    private static List<Metric<BinaryPredictions>> metrics(BinaryPredictions predictions) {
        double threshold = threshold(predictions);
        return List.of(
                BinaryMetrics.ROC_AUC,
                BinaryMetrics.AVERAGE_PRECISION,
                BinaryMetrics.BEST_F1,
                BinaryMetrics.LOG_LOSS,
                BinaryMetrics.BRIER,
                BinaryMetrics.ACCURACY.at(threshold),
                BinaryMetrics.MCC.at(threshold));
    }

    /** The highest one that predicts a seventh of all weight positive, so that there are decisions of both kinds. */
    private static double threshold(BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        int group = 0;
        while (groups.depth(group) < groups.total() / 7) {
            group++;
        }
        return groups.score(group);
    }

    private static double[] weights(boolean whole) {
        SplittableRandom random = new SplittableRandom(6);
        return random.doubles(ROWS)
                .map(u -> whole ? Math.floor(4 * u) : 0.1 + 3 * u * u)
                .toArray();
    }

    private static long[] keys(int rows) {
        return new SplittableRandom(99).longs(rows).toArray();
    }
}
