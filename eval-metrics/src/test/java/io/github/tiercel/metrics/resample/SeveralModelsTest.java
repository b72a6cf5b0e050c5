package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.resample.SameReplicates.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Models that share weights have the replicates that each has alone. */
class SeveralModelsTest {

    /** More than a block of rows, and of steps. */
    private static final int ROWS = 5000;

    private static final Bootstrap BOOTSTRAP =
            Bootstrap.of(new SplittableRandom(99).longs(ROWS).toArray(), 7, 31);

    private static final BinaryPredictions ONE = new Binormal(0.3).draw(ROWS, new Random(1));

    /** The same labels, other and tied scores. */
    private static final BinaryPredictions OTHER = ONE.withScores(
            new Random(2).doubles(ROWS).map(u -> Math.rint(50 * u) / 50).toArray());

    /** The same labels, and scores that are no probabilities. */
    private static final BinaryPredictions UNBOUNDED =
            ONE.withScores(new Random(3).doubles(ROWS, -3, 3).toArray());

    @Test
    void eachModelHasTheReplicatesThatItHasAlone() {
        assertAlone(metrics(), List.of(ONE, OTHER));
        assertAlone(metrics(), List.of(OTHER, ONE, ONE));
    }

    @Test
    void soItIsWithWeights() {
        double[] weights =
                new Random(4).doubles(ROWS, 0, 3).map(w -> w < 0.3 ? 0 : w).toArray();
        assertAlone(metrics(), List.of(ONE.withWeights(weights), OTHER.withWeights(weights)));
        double[] others = new Random(5).doubles(ROWS, 0, 3).toArray();
        assertAlone(metrics(), List.of(ONE.withWeights(weights), OTHER, UNBOUNDED.withWeights(others)));
    }

    @Test
    void metricsMayBeDefinedForOneModelOnly() {
        List<Map<String, Replicates>> both = BOOTSTRAP.replicates(metrics(), List.of(ONE, UNBOUNDED));
        assertEquals(31, get(both.get(0), "log_loss").defined());
        assertEquals(0, get(both.get(1), "log_loss").defined());
        assertEquals(31, get(both.get(1), "roc_auc").defined());
        assertAlone(metrics(), List.of(ONE, UNBOUNDED));
        assertAlone(metrics(), List.of(UNBOUNDED, ONE));
    }

    @Test
    void aModelAgainstItselfDiffersInNoReplicate() {
        List<Map<String, Replicates>> both = BOOTSTRAP.replicates(metrics(), List.of(ONE, ONE));
        both.get(0).forEach((name, replicates) -> {
            Replicates difference = replicates.minus(get(both.get(1), name));
            assertEquals(0, difference.quantile(0), name);
            assertEquals(0, difference.quantile(1), name);
        });
    }

    @Test
    void sharedWeightsMakeDifferencesOfLikeModelsSmall() {
        BinaryPredictions like = ONE.withScores(blurred());
        List<Map<String, Replicates>> both = Bootstrap.of(
                        new SplittableRandom(99).longs(ROWS).toArray(), 7, 400)
                .replicates(metrics(), List.of(ONE, like));
        for (String name : List.of("roc_auc", "log_loss", "accuracy", "ks", "own")) {
            Replicates one = get(both.get(0), name);
            double paired = one.minus(get(both.get(1), name)).standardError();
            // Without shared weights it would be sqrt(2) times the spread of one.
            assertTrue(paired < 0.3 * one.standardError(), name);
        }
    }

    @Test
    void otherTasksTakeSeveralModelsToo() {
        double[] truth = new Random(6).doubles(300).toArray();
        RegressionPredictions one =
                RegressionPredictions.of(truth, new Random(7).doubles(300).toArray());
        RegressionPredictions other =
                RegressionPredictions.of(truth, new Random(8).doubles(300).toArray());
        Bootstrap bootstrap = Bootstrap.of(new SplittableRandom(9).longs(300).toArray(), 7, 31);
        List<Map<String, Replicates>> both = bootstrap.replicates(MetricFamily.REGRESSION.all(), List.of(one, other));
        assertSameBits(bootstrap.replicates(MetricFamily.REGRESSION.all(), one), both.get(0), "one");
        assertSameBits(bootstrap.replicates(MetricFamily.REGRESSION.all(), other), both.get(1), "other");
    }

    private static void assertAlone(List<Metric<BinaryPredictions>> metrics, List<BinaryPredictions> models) {
        List<Map<String, Replicates>> together = BOOTSTRAP.replicates(metrics, models);
        assertEquals(models.size(), together.size());
        for (int m = 0; m < models.size(); m++) {
            assertSameBits(BOOTSTRAP.replicates(metrics, models.get(m)), together.get(m), "model " + m);
        }
    }

    /** All of the library's own, and one that needs the rows themselves. */
    private static List<Metric<BinaryPredictions>> metrics() {
        List<Metric<BinaryPredictions>> metrics = new ArrayList<>(BinaryMetrics.all());
        metrics.add(Metric.of(
                BinaryPredictions.class,
                "own",
                Direction.NEITHER,
                Range.NON_NEGATIVE,
                rows -> BinaryMetrics.LOG_LOSS.value(rows)));
        return metrics;
    }

    private static double[] blurred() {
        Random random = new Random(10);
        double[] scores = new double[ROWS];
        Arrays.setAll(scores, row -> Math.min(1, Math.max(0, ONE.score(row) + 0.01 * random.nextGaussian())));
        return scores;
    }

    private static Replicates get(Map<String, Replicates> replicates, String name) {
        return Objects.requireNonNull(replicates.get(name));
    }
}
