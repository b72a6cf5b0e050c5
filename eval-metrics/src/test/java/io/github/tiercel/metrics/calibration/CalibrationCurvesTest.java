package io.github.tiercel.metrics.calibration;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.ProportionInterval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reliability curves over bins and calibration curves without. */
class CalibrationCurvesTest {

    private static final BinaryPredictions PREDICTIONS =
            BinaryPredictions.of(new boolean[] {false, true, false, true}, new double[] {.125, .25, .75, .875});
    private static final BinaryPredictions LOGITS =
            BinaryPredictions.of(new boolean[] {true, false}, new double[] {3, -1});
    private static final BinaryPredictions EMPTY = BinaryPredictions.of(new boolean[0], new double[0]);

    @Test
    void binSaysWhatWasPredictedAndWhatCameOfIt() {
        List<ReliabilityBin> bins = ReliabilityCurve.of(PREDICTIONS, Binning.equalWidth(2), 0.9)
                .orElseThrow()
                .bins();
        assertEquals(2, bins.size());
        ReliabilityBin low = bins.get(0);
        assertEquals(0.125, low.lowest());
        assertEquals(0.25, low.highest());
        assertEquals(0.1875, low.predicted());
        assertEquals(0.5, low.observed());
        assertEquals(2, low.weight());
        assertEquals(2, low.rows());
        assertEquals(ProportionInterval.WILSON.of(1, 2, 0.9), low.interval());
    }

    @Test
    void intervalUnderWeightsRestsOnTheEffectiveNumberOfRows() {
        ReliabilityBin bin = ReliabilityCurve.of(
                        PREDICTIONS.withWeights(new double[] {1, 3, 0, 0}), Binning.equalMass(1), 0.95)
                .orElseThrow()
                .bins()
                .get(0);
        assertEquals(0.75, bin.observed());
        assertEquals(4, bin.weight());
        assertEquals(2, bin.rows());
        // (1 + 3)² / (1² + 3²)
        Interval expected = ProportionInterval.WILSON.of(1.2, 1.6, 0.95);
        assertEquals(expected.lower(), bin.interval().lower(), 1e-14);
        assertEquals(expected.upper(), bin.interval().upper(), 1e-14);
    }

    @Test
    void stepsAreTheBlocksOfIsotonicRegression() {
        assertEquals(
                List.of(
                        new CalibrationStep(0.125, 0.125, 0.125, 0, 1),
                        new CalibrationStep(0.25, 0.75, 0.5, 0.5, 2),
                        new CalibrationStep(0.875, 0.875, 0.875, 1, 1)),
                CalibrationCurve.of(PREDICTIONS, 10).orElseThrow().steps());
    }

    @Test
    void tooManyStepsAreJoinedWithTheirNeighbours() {
        assertEquals(
                List.of(
                        new CalibrationStep(0.125, 0.75, 0.375, 1 / 3.0, 3),
                        new CalibrationStep(0.875, 0.875, 0.875, 1, 1)),
                CalibrationCurve.of(PREDICTIONS, 2).orElseThrow().steps());
        assertEquals(
                1, CalibrationCurve.of(PREDICTIONS, 1).orElseThrow().steps().size());
    }

    @Test
    void thereIsNoCurveOfNothingOrOfOtherScores() {
        for (BinaryPredictions predictions : List.of(EMPTY, LOGITS)) {
            assertEquals(Optional.empty(), ReliabilityCurve.of(predictions, Binning.equalMass(5), 0.95));
            assertEquals(Optional.empty(), CalibrationCurve.of(predictions, 10));
        }
    }

    @Test
    void curvesAreImmutable() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(PREDICTIONS, Binning.equalMass(2), 0.95).orElseThrow();
        assertThrows(UnsupportedOperationException.class, () -> curve.bins().clear());
    }

    @Test
    void binsAndStepsHoldWhatCanBe() {
        Interval interval = ProportionInterval.WILSON.of(1, 2, 0.95);
        assertRefused(
                "lowest must not be above highest, got 0.5 and 0.25",
                () -> new ReliabilityBin(0.5, 0.25, 0.4, 0.5, 1, 1, interval));
        assertRefused("predicted must be in [0, 1], got 1.5", () -> new ReliabilityBin(0, 1, 1.5, 0.5, 1, 1, interval));
        assertRefused("observed must be in [0, 1], got NaN", () -> new CalibrationStep(0, 1, 0.5, Double.NaN, 1));
        assertRefused("weight must be finite and above 0, got 0.0", () -> new CalibrationStep(0, 1, 0.5, 0.5, 0));
        assertRefused("rows must be at least 1, got 0", () -> new ReliabilityBin(0, 1, 0.5, 0.5, 1, 0, interval));
        assertRefused("pValue must be in [0, 1], got 2.0", () -> new ConsistencyResult(0, 0, 2, 9, List.of()));
    }

    @Test
    void argumentsAreChecked() {
        assertRefused(
                "level must be in (0, 1), got 1.0", () -> ReliabilityCurve.of(PREDICTIONS, Binning.equalMass(2), 1));
        assertRefused("mostSteps must be at least 1, got 0", () -> CalibrationCurve.of(PREDICTIONS, 0));
        assertRefused("bins must not be empty", () -> new ReliabilityCurve(List.of()));
        assertRefused("steps must not be empty", () -> new CalibrationCurve(List.of()));
        CalibrationStep high = new CalibrationStep(0.1, 0.2, 0.1, 0.5, 1);
        CalibrationStep low = new CalibrationStep(0.3, 0.4, 0.3, 0.25, 1);
        assertRefused(
                "observed shares must not decrease, got 0.25 after 0.5",
                () -> new CalibrationCurve(List.of(high, low)));
    }
}
