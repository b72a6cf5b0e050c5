package io.github.tiercel.metrics.calibration;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    private static final BinaryPredictions ONE_CLASS = BinaryPredictions.of(new boolean[3], new double[] {.1, .2, .3});
    private static final BinaryPredictions LOGITS =
            BinaryPredictions.of(new boolean[] {true, false, true, false}, new double[] {3, -1, -2, 0.5});

    @Test
    void overconfidenceOfTwiceTheLogOddsIsATemperatureOfTwo() {
        BinaryPredictions calibrated = CalibrationMetricsTest.calibrated(20_000, new Random(1));
        double own = TemperatureCalibrator.ofProbabilities().fit(calibrated).temperature();
        double[] twice = new double[20_000];
        Logit logit = new Logit(Logit.DEFAULT_CLIP);
        Arrays.setAll(twice, row -> 2 * logit.of(calibrated.score(row)));
        TemperatureMap map = TemperatureCalibrator.ofLogOdds().fit(calibrated.withScores(twice));
        assertEquals(1, own, 0.05);
        assertEquals(2 * own, map.temperature(), 1e-9);
        assertEquals(0.5, map.apply(0));
    }

    @Test
    void temperatureStopsWhereTheLossStillFalls() {
        BinaryPredictions perfect = BinaryPredictions.of(new boolean[] {true, false, true}, new double[] {.7, .2, .9});
        assertEquals(0.01, TemperatureCalibrator.ofProbabilities().fit(perfect).temperature());
        BinaryPredictions inverted =
                BinaryPredictions.of(new boolean[] {false, true, false}, new double[] {.7, .2, .9});
        assertEquals(100, TemperatureCalibrator.ofProbabilities().fit(inverted).temperature());
    }

    @Test
    void plattTurnsScoresThatPointTheWrongWay() {
        BinaryPredictions inverted = BinaryPredictions.of(
                new boolean[] {true, true, false, true, false, false}, new double[] {1, 2, 3, 4, 5, 6});
        PlattMap map = PlattCalibrator.ofScores().fit(inverted);
        assertTrue(map.slope() < 0);
        assertTrue(map.apply(1) > map.apply(6));
    }

    @Test
    void plattHasAFitWhereAThresholdSeparates() {
        BinaryPredictions perfect =
                BinaryPredictions.of(new boolean[] {false, false, true, true}, new double[] {-2, -1, 1, 2});
        PlattMap map = PlattCalibrator.ofScores().fit(perfect);
        // With two rows of each class, targets are 3/4 and 1/4.
        assertEquals(0.75, (map.apply(1) + map.apply(2)) / 2, 0.05);
        assertEquals(0, map.intercept(), 1e-12);
    }

    @Test
    void isotonicMapIsStraightBetweenPointsOrStepsUp() {
        BinaryPredictions rows =
                BinaryPredictions.of(new boolean[] {false, true, false, true}, new double[] {-1, 1, 2, 4});
        IsotonicCalibrator calibrator = IsotonicCalibrator.withDefaults().evenOnFewRows();
        IsotonicMap straight = calibrator.fit(rows);
        assertEquals(4, straight.size());
        assertEquals(
                List.of(-1.0, 1.0, 2.0, 4.0),
                List.of(straight.score(0), straight.score(1), straight.score(2), straight.score(3)));
        assertEquals(
                List.of(0.0, 0.5, 0.5, 1.0),
                List.of(
                        straight.probability(0),
                        straight.probability(1),
                        straight.probability(2),
                        straight.probability(3)));
        assertEquals(0.25, straight.apply(0));
        assertEquals(0.5, straight.apply(1.5));
        assertEquals(0.75, straight.apply(3));
        IsotonicMap steps = calibrator.inSteps().fit(rows);
        assertEquals(0, steps.apply(0));
        assertEquals(0.5, steps.apply(3.9));
        assertEquals(1, steps.apply(4));
        for (IsotonicMap map : List.of(straight, steps)) {
            assertEquals(0, map.apply(-9));
            assertEquals(1, map.apply(Double.POSITIVE_INFINITY));
        }
    }

    @Test
    void clippedIsotonicMapStaysAwayFromCertainty() {
        BinaryPredictions rows =
                BinaryPredictions.of(new boolean[] {false, true, false, true}, new double[] {-1, 1, 2, 4});
        IsotonicMap map =
                IsotonicCalibrator.withDefaults().evenOnFewRows().clipped().fit(rows);
        assertEquals(1 / 6.0, map.apply(-9));
        assertEquals(5 / 6.0, map.apply(9), 1e-15);
        assertEquals(0.5, map.apply(1.5));
    }

    @Test
    void infiniteScoresAreOrdinaryToIsotonicCalibration() {
        BinaryPredictions rows = BinaryPredictions.of(
                new boolean[] {false, true, false, true},
                new double[] {Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY});
        IsotonicMap map = IsotonicCalibrator.withDefaults().evenOnFewRows().fit(rows);
        assertEquals(0, map.apply(Double.NEGATIVE_INFINITY));
        assertEquals(0.5, map.apply(-1e300));
        assertEquals(0.5, map.apply(1e300));
        assertEquals(1, map.apply(Double.POSITIVE_INFINITY));
    }

    @Test
    void isotonicCalibrationRefusesFewRows() {
        BinaryPredictions few = CalibrationMetricsTest.calibrated(999, new Random(1));
        assertRefused(
                "isotonic calibration needs 1000 rows and 100 of each class, got 999 and "
                        + Math.min(few.positives(), few.negatives())
                        + " of the rarer; temperature or Platt scaling needs fewer",
                () -> IsotonicCalibrator.withDefaults().fit(few));
        boolean[] labels = new boolean[1000];
        Arrays.fill(labels, 0, 99, true);
        double[] scores = new Random(2).doubles(1000).toArray();
        assertRefused(
                "isotonic calibration needs 1000 rows and 100 of each class, got 1000 and 99 of the rarer; temperature or"
                        + " Platt scaling needs fewer",
                () -> IsotonicCalibrator.withDefaults().fit(BinaryPredictions.of(labels, scores)));
        labels[99] = true;
        assertTrue(IsotonicCalibrator.withDefaults()
                        .fit(BinaryPredictions.of(labels, scores))
                        .size()
                > 1);
    }

    @Test
    void oneClassTeachesNothing() {
        for (Calibrator calibrator : List.of(
                TemperatureCalibrator.ofProbabilities(),
                PlattCalibrator.ofProbabilities(),
                IsotonicCalibrator.withDefaults().evenOnFewRows())) {
            assertRefused(
                    "calibration needs both classes, got 0 positive and 3 negative rows",
                    () -> calibrator.fit(ONE_CLASS));
        }
    }

    @Test
    void scoresMustBeThoseTheCalibratorReads() {
        String message = "scores must be probabilities in [0, 1]; for other scores the calibrator is made with another"
                + " factory";
        assertRefused(message, () -> TemperatureCalibrator.ofProbabilities().fit(LOGITS));
        assertRefused(message, () -> PlattCalibrator.ofProbabilities().fit(LOGITS));
        BinaryPredictions infinite = LOGITS.withScores(new double[] {Double.POSITIVE_INFINITY, 0, 1, 2});
        assertRefused("scores must be finite to be scaled", () -> TemperatureCalibrator.ofLogOdds()
                .fit(infinite));
        assertRefused("scores must be finite to be scaled", () -> PlattCalibrator.ofScores()
                .fit(infinite));
        assertRefused("all scores are equal, so there is nothing to scale", () -> PlattCalibrator.ofScores()
                .fit(LOGITS.withScores(new double[4])));
        assertRefused("clip must be in [2^-53, 0.5), got 0.0", () -> TemperatureCalibrator.ofProbabilities(0));
        assertRefused("clip must be in [2^-53, 0.5), got 1.0", () -> PlattCalibrator.ofProbabilities(1));
    }

    @Test
    void noMapTakesNaN() {
        BinaryPredictions rows = CalibrationMetricsTest.calibrated(50, new Random(1));
        for (CalibrationMap map : List.of(
                TemperatureCalibrator.ofProbabilities().fit(rows),
                PlattCalibrator.ofProbabilities().fit(rows),
                IsotonicCalibrator.withDefaults().evenOnFewRows().fit(rows))) {
            assertRefused("score must be a number, got NaN", () -> map.apply(Double.NaN));
        }
    }

    @Test
    void isotonicMapOfItsOwnRowsHasTheBrierScoreOfTheDecomposition() {
        BinaryPredictions rows = CalibrationMetricsTest.calibrated(300, new Random(3));
        BinaryPredictions fitted =
                IsotonicCalibrator.withDefaults().evenOnFewRows().fit(rows).applyTo(rows);
        double gained = BinaryMetrics.BRIER.value(rows).orNaN()
                - BinaryMetrics.BRIER.value(fitted).orNaN();
        assertEquals(CalibrationMetrics.BRIER_MISCALIBRATION.value(rows).orNaN(), gained, 1e-12);
    }
}
