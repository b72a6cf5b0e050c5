package io.github.tiercel.metrics.curve;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final ScoreGroups GROUPS = BinaryPredictions.of(
                    new boolean[] {true, true, false, false}, new double[] {.9, .4, .6, .1})
            .groups();

    @Test
    void curvesNeedRoomForTheirEnds() {
        assertRefused("mostPoints must be at least 3, got 2", () -> RocCurve.of(GROUPS, 2));
        assertRefused("mostPoints must be at least 2, got 1", () -> PrecisionRecallCurve.of(GROUPS, 1));
        assertRefused("mostPoints must be at least 3, got 2", () -> DetCurve.of(GROUPS, 2));
        assertRefused("mostPoints must be at least 3, got 2", () -> GainsCurve.of(GROUPS, 2));
    }

    @Test
    void curvesAreCopiesOfTheirPoints() {
        List<CurvePoint> points = new ArrayList<>(List.of(new CurvePoint(0.5, 1, 1)));
        RocCurve roc = new RocCurve(points);
        PrecisionRecallCurve precisionRecall = new PrecisionRecallCurve(points);
        DetCurve det = new DetCurve(points);
        GainsCurve gains = new GainsCurve(points);
        points.clear();
        assertEquals(1, det.points().size());
        assertEquals(1, gains.points().size());
        assertEquals(1, gains.lift().points().size());
        assertEquals(1, roc.points().size());
        assertEquals(1, precisionRecall.points().size());
        assertThrows(UnsupportedOperationException.class, () -> roc.points().clear());
    }

    @Test
    void gainsAndLiftOfFourRows() {
        GainsCurve gains = GainsCurve.of(GROUPS, 99).orElseThrow();
        assertEquals(
                List.of(
                        new CurvePoint(Double.POSITIVE_INFINITY, 0, 0),
                        new CurvePoint(.9, .25, .5),
                        new CurvePoint(.6, .5, .5),
                        new CurvePoint(.4, .75, 1),
                        new CurvePoint(.1, 1, 1)),
                gains.points());
        assertEquals(
                List.of(
                        new CurvePoint(.9, .25, 2),
                        new CurvePoint(.6, .5, 1),
                        new CurvePoint(.4, .75, 1 / .75),
                        new CurvePoint(.1, 1, 1)),
                gains.lift().points());
    }

    @Test
    void hullKeepsWhatNoCostCanSpare() {
        RocCurve roc = RocCurve.of(GROUPS, 99).orElseThrow();
        assertEquals(
                List.of(
                        new CurvePoint(Double.POSITIVE_INFINITY, 0, 0),
                        new CurvePoint(.9, 0, .5),
                        new CurvePoint(.4, .5, 1),
                        new CurvePoint(.1, 1, 1)),
                roc.convexHull().points());
    }

    @Test
    void detCurveKeepsPointsWhereRatesAreSmall() {
        // 100 of 100,000 negative rows reach the positive ones; on a linear scale two points would stand for them all.
        int rows = 101_000;
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row < 1000;
            scores[row] = row < 1000 ? row / 1000.0 : -(row - 1100) / 1000.0;
        }
        List<CurvePoint> points = DetCurve.of(
                        BinaryPredictions.of(labels, scores).groups(), 100)
                .orElseThrow()
                .points();
        long small = points.stream().filter(point -> point.x() <= 1e-3).count();
        assertTrue(points.size() <= 100 && small > 30, small + " points where x is at most 0.001");
    }

    @Test
    void quantilesOfManyScoresAreEvenInRank() {
        int rows = 1000;
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 3 == 0;
            scores[row] = row;
        }
        List<ConfusionMatrix> matrices = ThresholdSweep.ofQuantiles(
                        BinaryPredictions.of(labels, scores).groups(), 4)
                .matrices();
        assertEquals(
                List.of(750.0, 500.0, 250.0, 0.0),
                matrices.stream().map(ConfusionMatrix::threshold).toList());
    }

    @Test
    void sweepNeedsAQuantile() {
        assertRefused("quantiles must be at least 1, got 0", () -> ThresholdSweep.ofQuantiles(GROUPS, 0));
    }

    @Test
    void sweepRefusesAThresholdThatIsNotANumber() {
        assertRefused("threshold must be a number, got NaN", () -> ThresholdSweep.of(GROUPS, 0.1, Double.NaN));
    }

    @Test
    void manyScoresAreThinnedToPointsAllAlongTheCurve() {
        // One tie holds half of all rows; the other half must not be drawn as one straight line.
        int rows = 2000;
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 2 == 0;
            scores[row] = row < rows / 2 ? 1 : 1.0 / row;
        }
        List<CurvePoint> points = RocCurve.of(
                        BinaryPredictions.of(labels, scores).groups(), 50)
                .orElseThrow()
                .points();
        double gap = 0;
        for (int i = 2; i < points.size(); i++) {
            gap = Math.max(gap, points.get(i).x() - points.get(i - 1).x());
        }
        assertTrue(gap < 0.03, "largest gap " + gap);
    }
}
