package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.resample.SameReplicates.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnoughReplicatesTest {

    private static final int MOST = 5000;
    private static final BinaryPredictions ROWS = new Binormal(0.3).draw(800, new Random(1));
    private static final long[] KEYS = new SplittableRandom(2).longs(800).toArray();
    private static final List<Metric<BinaryPredictions>> METRICS =
            List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.LOG_LOSS, BinaryMetrics.F1, BinaryMetrics.KS);

    /** A scheme with any number of replicates. */
    private interface Replicated {

        Bootstrap of(int replicates);
    }

    static Stream<Replicated> schemes() {
        return Stream.of(
                replicates -> Bootstrap.of(KEYS, 3, replicates), replicates -> Bootstrap.compressed(3, replicates));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void aGenerousShareIsReachedByTheFirstReplicates(Replicated scheme) {
        Map<String, Replicates> some =
                scheme.of(MOST).untilMonteCarloError(0.04, 0.95).replicates(METRICS, ROWS);
        int done = get(some, "roc_auc").defined();
        assertTrue(done > 200 && done < MOST / 2, "" + done);
        assertEquals(0, done % 200);
        assertSameBits(scheme.of(done).replicates(METRICS, ROWS), some, "as many without a look");
        some.values().forEach(replicates -> assertTrue(error(replicates) <= 0.04));
        // Two hundred fewer were not enough for some metric.
        assertTrue(scheme.of(done - 200).replicates(METRICS, ROWS).values().stream()
                .anyMatch(replicates -> error(replicates) > 0.04));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void threadsDoNotMatter(Replicated scheme) {
        Bootstrap bootstrap = scheme.of(MOST).untilMonteCarloError(0.05, 0.9);
        ForkJoinPool pool = new ForkJoinPool(16);
        try {
            assertSameBits(
                    bootstrap.on(Execution.sequential()).replicates(METRICS, ROWS),
                    bootstrap.on(Execution.of(pool, 16)).replicates(METRICS, ROWS),
                    "16 threads");
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void aTinyShareTakesAllReplicates(Replicated scheme) {
        assertSameBits(
                scheme.of(701).replicates(METRICS, ROWS),
                scheme.of(701).untilMonteCarloError(1e-6, 0.95).replicates(METRICS, ROWS),
                "all");
    }

    @Test
    void wideLevelsNeedMoreReplicatesThanNarrowOnes() {
        assertTrue(done(0.99) > done(0.8));
    }

    @Test
    void theErrorOfAnEndIsItsSpreadOverSeeds() {
        double[] ends = new double[300];
        double estimated = 0;
        double width = 0;
        for (int seed = 0; seed < ends.length; seed++) {
            Replicates auc =
                    get(Bootstrap.compressed(seed, 1000).replicates(List.of(BinaryMetrics.ROC_AUC), ROWS), "roc_auc");
            ends[seed] = auc.quantile(0.025);
            estimated += auc.quantileError(0.025) / ends.length;
            width += auc.standardError() / ends.length;
        }
        // The standard deviation of 300 ends is known to 1 / sqrt(2 * 300), 4.1 %; 4.5 times that, a false alarm in
        // 150,000, and 10 % because the estimate looks one binomial error around, where the tail is not straight.
        assertEquals(1, MonteCarlo.of(ends).deviation() / estimated, 0.1 + 4.5 / Math.sqrt(600));
        assertTrue(estimated < 0.15 * width);
    }

    @Test
    void metricsWithoutAValueNeedNoReplicates() {
        BinaryPredictions negative = ReferenceTable.predictions("allneg4", "score");
        Replicates auc = get(
                Bootstrap.compressed(1, MOST)
                        .untilMonteCarloError(0.01, 0.95)
                        .replicates(List.of(BinaryMetrics.ROC_AUC), negative),
                "roc_auc");
        assertEquals(0, auc.defined());
        assertEquals(200, auc.undefined());
    }

    private static int done(double level) {
        return get(
                        Bootstrap.compressed(3, 100_000)
                                .untilMonteCarloError(0.02, level)
                                .replicates(List.of(BinaryMetrics.ROC_AUC), ROWS),
                        "roc_auc")
                .defined();
    }

    /** Of the worse end of the interval at 0.95, as a share of its width. */
    private static double error(Replicates replicates) {
        double width = replicates.quantile(0.975) - replicates.quantile(0.025);
        return Math.max(replicates.quantileError(0.025), replicates.quantileError(0.975)) / width;
    }

    private static Replicates get(Map<String, Replicates> replicates, String name) {
        return Objects.requireNonNull(replicates.get(name));
    }
}
