package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * Replicates of a mean spread as the mean does: sd / sqrt(n). The total of Poisson weights is random, so a replicate
 * must divide by the weight it realised. Divided by n instead, its variance would be (sd² + mean²) / n: the spread
 * would be sqrt(1 + (mean / sd)²) times too large, five times for the numbers around 5 below. Where the mean is small
 * against the spread, as that of a log-loss over rare positives, this hides.
 */
class MeanSpreadProperties {

    private static final int REPLICATES = 4000;

    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Numbers around 5 that follow neither ranks nor labels, so that all of their spread lies within segments. */
    private static final RowMeanMetric UNRANKED = RowMeanMetric.of(
            "unranked", Direction.NEITHER, ANY, (label, score) -> 5 + 2 * fraction(score * 98_765.4) - (label ? 1 : 0));

    /** Numbers around 5 that follow ranks and labels. */
    private static final RowMeanMetric RANKED =
            RowMeanMetric.of("ranked", Direction.NEITHER, ANY, (label, score) -> label ? 4 - score : 5 + score);

    private static final List<RowMeanMetric> METRICS =
            List.of(BinaryMetrics.LOG_LOSS, BinaryMetrics.BRIER, UNRANKED, RANKED);

    @Property(tries = 25, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void replicatesSpreadAsTheMeanDoes(
            @ForAll @IntRange(min = 500, max = 1500) int rows,
            @ForAll @IntRange(min = 2, max = 900) int perMille,
            @ForAll @DoubleRange(min = 0.2, max = 0.7) double center,
            @ForAll long seed) {
        BinaryPredictions predictions = draw(rows, perMille, center, seed);
        long[] keys = new SplittableRandom(seed).longs(rows).toArray();
        assertSpread(Bootstrap.of(keys, seed, REPLICATES), predictions);
        assertSpread(Bootstrap.compressed(seed, REPLICATES), predictions);
        assertSpread(Bootstrap.rankBlocks(seed, REPLICATES), predictions);
    }

    @Property(tries = 10, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void soTheyDoForSeveralModels(
            @ForAll @IntRange(min = 500, max = 1500) int rows,
            @ForAll @IntRange(min = 2, max = 900) int perMille,
            @ForAll long seed) {
        long[] keys = new SplittableRandom(seed).longs(rows).toArray();
        List<BinaryPredictions> models = List.of(draw(rows, perMille, 0.3, seed), draw(rows, perMille, 0.6, seed));
        List<Map<String, Replicates>> replicates =
                Bootstrap.of(keys, seed, REPLICATES).replicates(METRICS, models);
        for (int m = 0; m < models.size(); m++) {
            assertSpread(replicates.get(m), models.get(m));
        }
    }

    @Property(tries = 4, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void soTheyDoForMeansOfMillionsOfTimesTheirSpread(@ForAll long seed) {
        RowMeanMetric far = RowMeanMetric.of("far", Direction.NEITHER, ANY, (label, score) -> 1e6 + score);
        BinaryPredictions predictions = draw(800, 300, 0.5, seed);
        long[] keys = new SplittableRandom(seed).longs(800).toArray();
        for (Bootstrap bootstrap : List.of(
                Bootstrap.of(keys, seed, REPLICATES),
                Bootstrap.compressed(seed, REPLICATES),
                Bootstrap.rankBlocks(seed, REPLICATES))) {
            assertSpread(bootstrap.replicates(List.of(far), predictions), far, predictions);
        }
    }

    private static void assertSpread(Bootstrap bootstrap, BinaryPredictions predictions) {
        assertSpread(bootstrap.replicates(METRICS, predictions), predictions);
    }

    private static void assertSpread(Map<String, Replicates> replicates, BinaryPredictions predictions) {
        METRICS.forEach(metric -> assertSpread(replicates, metric, predictions));
    }

    private static void assertSpread(
            Map<String, Replicates> replicates, RowMeanMetric metric, BinaryPredictions predictions) {
        double mean = metric.value(predictions).orNaN();
        double[] influence = metric.influence(predictions);
        double error = Math.sqrt(Arrays.stream(influence).map(x -> x * x).sum()) / influence.length;
        Replicates some = Objects.requireNonNull(replicates.get(metric.name()));
        // The error of first order is right to 1/n.
        MonteCarlo.of(some).assertDeviation(error, 2.0 / influence.length, metric.name() + ", " + some.scheme());
        double inflation = Math.hypot(1, mean / (error * Math.sqrt(influence.length)));
        assertTrue(
                metric == BinaryMetrics.LOG_LOSS || metric == BinaryMetrics.BRIER || inflation > 3,
                "a wrong divisor would show, " + inflation);
    }

    /** Scores in a narrow band, so that losses are large against their spread. */
    private static BinaryPredictions draw(int rows, int perMille, double center, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        boolean isTied = random.nextBoolean();
        for (int row = 0; row < rows; row++) {
            // One of each at least.
            labels[row] = row == 0 || (row > 1 && random.nextInt(1000) < perMille);
            double score = center + 0.1 * (random.nextDouble() - (labels[row] ? 0.3 : 0.7));
            scores[row] = isTied ? Math.rint(500 * score) / 500 : score;
        }
        return BinaryPredictions.wrap(labels, scores);
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }
}
