package io.github.tiercel.metrics.curve;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ScoreGroups;
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
    }

    @Test
    void curvesAreCopiesOfTheirPoints() {
        List<CurvePoint> points = new ArrayList<>(List.of(new CurvePoint(0.5, 1, 1)));
        RocCurve roc = new RocCurve(points);
        PrecisionRecallCurve precisionRecall = new PrecisionRecallCurve(points);
        points.clear();
        assertEquals(1, roc.points().size());
        assertEquals(1, precisionRecall.points().size());
        assertThrows(UnsupportedOperationException.class, () -> roc.points().clear());
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
