package io.github.tiercel.metrics.calibration;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.KeyedHash;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ConsistencyResamplingTest {

    private static final Binning BINNING = Binning.equalMass(5);

    @Test
    void errorIsTheCalibrationErrorOfTheSameBins() {
        BinaryPredictions predictions = CalibrationMetricsTest.calibrated(200, new Random(1));
        ConsistencyResult result = result(predictions, keys(200), 3);
        assertEquals(new CalibrationError(BINNING).value(predictions).orNaN(), result.error(), 1e-15);
        assertEquals(
                ReliabilityCurve.of(predictions, BINNING, 0.9).orElseThrow().bins(),
                result.bars().stream().map(ConsistencyBar::bin).toList());
    }

    @Test
    void pValueOfACalibratedModelIsUniform() {
        Random random = new Random(42);
        int models = 400;
        int below = 0;
        int inside = 0;
        double mean = 0;
        for (int i = 0; i < models; i++) {
            ConsistencyResult result = result(
                    CalibrationMetricsTest.calibrated(100, random),
                    random.longs(100).toArray(),
                    i);
            mean += result.pValue() / models;
            below += result.pValue() <= 0.1 ? 1 : 0;
            inside += (int)
                    result.bars().stream().filter(ConsistencyBar::isConsistent).count();
        }
        // Four standard errors each: one in 5,000 seeds fails.
        assertEquals(0.5, mean, 4 * Math.sqrt(1 / 12.0 / models));
        assertEquals(0.1, below / (double) models, 4 * Math.sqrt(0.09 / models));
        // Shares of 20 rows come in steps, and quantiles of 99 draws are rough, so bars of level 0.9 cover a bit more.
        assertEquals(0.93, inside / (5.0 * models), 0.04);
    }

    @Test
    void overconfidenceIsFound() {
        BinaryPredictions calibrated = CalibrationMetricsTest.calibrated(500, new Random(2));
        boolean[] labels = new boolean[500];
        double[] scores = new double[500];
        for (int row = 0; row < 500; row++) {
            labels[row] = calibrated.label(row);
            scores[row] = calibrated.score(row) > 0.5 ? 0.99 : 0.01;
        }
        ConsistencyResult result = result(BinaryPredictions.of(labels, scores), keys(500), 1);
        assertEquals(0.01, result.pValue(), 1e-15);
        assertTrue(result.error() > 5 * result.expectedError());
        assertFalse(result.bars().get(0).isConsistent());
    }

    @Test
    void certainPredictionsDrawTheirOwnLabels() {
        BinaryPredictions right = BinaryPredictions.of(new boolean[] {false, true, true}, new double[] {0, 1, 1});
        ConsistencyResult result = result(right, keys(3), 1);
        assertEquals(0, result.expectedError());
        assertEquals(1, result.pValue());
    }

    @Test
    void keysAndNotPositionsOrThreadsDecide() throws Exception {
        BinaryPredictions predictions = CalibrationMetricsTest.calibrated(100, new Random(3));
        long[] keys = new Random(4).longs(100).toArray();
        int[] order = Reweighted.shuffled(100, new Random(5));
        long[] shuffled = new long[100];
        Arrays.setAll(shuffled, i -> keys[order[i]]);
        ConsistencyResult there = result(predictions, keys, 7);
        assertEquals(
                there.pValue(), result(predictions.select(order), shuffled, 7).pValue());
        ForkJoinPool oneThread = new ForkJoinPool(1);
        try {
            assertEquals(
                    there, oneThread.submit(() -> result(predictions, keys, 7)).get());
        } finally {
            oneThread.shutdown();
        }
        assertNotEquals(there, result(predictions, keys, 8));
    }

    @Test
    void drawsOfOneKeyAreUniformAndIndependentOfTheNext() {
        int draws = 20_000;
        double mean = 0;
        double product = 0;
        KeyedHash hash = KeyedHash.of(42, 1);
        for (int i = 0; i < draws; i++) {
            double a = KeyedHash.unit(KeyedHash.hash(7, hash.drawKey(i))) - 0.5;
            double b = KeyedHash.unit(KeyedHash.hash(8, hash.drawKey(i))) - 0.5;
            mean += a / draws;
            product += a * b / draws;
        }
        // Four standard errors each.
        assertEquals(0, mean, 4 * Math.sqrt(1 / 12.0 / draws));
        assertEquals(0, product, 4 / 12.0 / Math.sqrt(draws));
    }

    @Test
    void whereLabelsAreDrawnDoesNotMatter() {
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[] {true, false, true, false}, new double[] {0.9, 0.2, 0.4, 0.3});
        ConsistencyResampling resampling = ConsistencyResampling.of(keys(4), 5, 99);
        assertEquals(
                resampling.on(Execution.sequential()).result(predictions, BINNING, 0.9),
                resampling.result(predictions, BINNING, 0.9));
    }

    @Test
    void thereIsNothingToTestWithoutProbabilities() {
        BinaryPredictions logits = BinaryPredictions.of(new boolean[] {true, false}, new double[] {3, -1});
        assertEquals(Optional.empty(), ConsistencyResampling.of(keys(2), 1, 9).result(logits, BINNING, 0.9));
    }

    @Test
    void argumentsAreChecked() {
        BinaryPredictions two = BinaryPredictions.of(new boolean[2], new double[2]);
        assertRefused("replicates must be at least 1, got 0", () -> ConsistencyResampling.of(keys(2), 1, 0));
        assertRefused("predictions has 2 elements but rowKeys has 3", () -> ConsistencyResampling.of(keys(3), 1, 9)
                .result(two, BINNING, 0.9));
        assertRefused("level must be in (0, 1), got 0.0", () -> ConsistencyResampling.of(keys(2), 1, 9)
                .result(two, BINNING, 0));
    }

    private static ConsistencyResult result(BinaryPredictions predictions, long[] keys, long seed) {
        return ConsistencyResampling.of(keys, seed, 99)
                .result(predictions, BINNING, 0.9)
                .orElseThrow();
    }

    private static long[] keys(int rows) {
        long[] keys = new long[rows];
        Arrays.setAll(keys, row -> row);
        return keys;
    }
}
