package io.github.tiercel.metrics.calibration;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.resample.Folds;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossFittedTest {

    private static final int ROWS = 400;
    private static final long[] KEYS = new Random(9).longs(ROWS).toArray();

    @Test
    void labelsWeightsAndOrderStay() {
        BinaryPredictions model =
                overconfident().withWeights(new Random(1).doubles(ROWS).toArray());
        BinaryPredictions calibrated = calibrate(model, KEYS, 42);
        for (int row = 0; row < ROWS; row++) {
            assertEquals(model.label(row), calibrated.label(row));
            assertEquals(model.weight(row), calibrated.weight(row));
            // A temperature leaves every probability on its side of 0.5.
            assertEquals(model.score(row) > 0.5, calibrated.score(row) > 0.5);
        }
    }

    @Test
    void noRowHasAPartInItsOwnCalibration() {
        BinaryPredictions model = overconfident();
        BinaryPredictions calibrated = calibrate(model, KEYS, 42);
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = model.label(row) ^ (row == 17);
        }
        BinaryPredictions relabelled = calibrate(BinaryPredictions.of(labels, scores(model)), KEYS, 42);
        assertEquals(calibrated.score(17), relabelled.score(17));
        assertNotEquals(Arrays.toString(scores(calibrated)), Arrays.toString(scores(relabelled)));
    }

    @Test
    void calibrationErrorShrinksOnRowsThatWereNotSeen() {
        BinaryPredictions model = overconfident();
        BinaryPredictions calibrated = calibrate(model, KEYS, 42);
        assertTrue(BinaryMetrics.LOG_LOSS.value(calibrated).orNaN()
                < BinaryMetrics.LOG_LOSS.value(model).orNaN());
        assertEquals(1, CalibrationMetrics.CALIBRATION_SLOPE.value(calibrated).orNaN(), 0.1);
        assertEquals(0.33, CalibrationMetrics.CALIBRATION_SLOPE.value(model).orNaN(), 0.05);
    }

    @Test
    void keysAndSeedDecideAndPositionsDoNot() {
        BinaryPredictions model = overconfident();
        int[] order = Reweighted.shuffled(ROWS, new Random(5));
        long[] keys = new long[ROWS];
        Arrays.setAll(keys, i -> KEYS[order[i]]);
        double[] there = scores(calibrate(model, KEYS, 42));
        double[] back = scores(calibrate(model.select(order), keys, 42));
        for (int i = 0; i < ROWS; i++) {
            assertEquals(there[order[i]], back[i], 1e-12);
        }
        assertNotEquals(Arrays.toString(there), Arrays.toString(scores(calibrate(model, KEYS, 43))));
    }

    @Test
    void foldWithoutRowsIsNoTrouble() {
        BinaryPredictions two =
                BinaryPredictions.of(new boolean[] {true, false, false, true}, new double[] {.9, .2, .8, .4});
        BinaryPredictions calibrated = CrossFitted.calibrate(
                IsotonicCalibrator.withDefaults().evenOnFewRows(), two, new long[] {1, 2, 3, 4}, 100, 7);
        assertEquals(4, calibrated.rows());
        assertTrue(calibrated.areProbabilities());
        assertEquals(
                0,
                CrossFitted.calibrate(
                                TemperatureCalibrator.ofProbabilities(),
                                BinaryPredictions.of(new boolean[0], new double[0]),
                                new long[0],
                                2,
                                1)
                        .rows());
    }

    @Test
    void refusalNamesTheFold() {
        boolean[] labels = new boolean[ROWS];
        labels[0] = true;
        BinaryPredictions rare = BinaryPredictions.of(labels, scores(overconfident()));
        int fold = Folds.of(42, 5).fold(KEYS[0], 0) + 1;
        int others = (int) Arrays.stream(KEYS)
                .filter(key -> Folds.of(42, 5).fold(key, 0) != fold - 1)
                .count();
        assertRefused(
                "the rows outside fold " + fold
                        + " of 5 cannot be fitted: calibration needs both classes, got 0 positive" + " and " + others
                        + " negative rows",
                () -> calibrate(rare, KEYS, 42));
    }

    @Test
    void argumentsAreChecked() {
        BinaryPredictions model = overconfident();
        assertRefused(
                "folds must be at least 2, got 1",
                () -> CrossFitted.calibrate(TemperatureCalibrator.ofProbabilities(), model, KEYS, 1, 42));
        assertRefused("predictions has 400 elements but rowKeys has 3", () -> calibrate(model, new long[3], 42));
    }

    private static BinaryPredictions calibrate(BinaryPredictions model, long[] keys, long seed) {
        return CrossFitted.calibrate(TemperatureCalibrator.ofProbabilities(), model, keys, 5, seed);
    }

    /** A calibrated model with its log-odds trebled. */
    private static BinaryPredictions overconfident() {
        BinaryPredictions calibrated = CalibrationMetricsTest.calibrated(ROWS, new Random(4));
        Logit logit = new Logit(Logit.DEFAULT_CLIP);
        double[] scores = new double[ROWS];
        Arrays.setAll(scores, row -> Logit.inverse(3 * logit.of(calibrated.score(row))));
        return calibrated.withScores(scores);
    }

    private static double[] scores(BinaryPredictions predictions) {
        double[] scores = new double[predictions.rows()];
        Arrays.setAll(scores, predictions::score);
        return scores;
    }
}
