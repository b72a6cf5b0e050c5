package io.github.tiercel.metrics.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The convex hull of the ROC curve, and its mirror image, the DET curve. */
class RocShapeProperties {

    private static final double TOLERANCE = 1e-12;
    private static final int ALL = Integer.MAX_VALUE;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.withBothClasses();
    }

    @Property(seed = "42")
    void detIsTheRocCurveUpsideDown(@ForAll("predictions") BinaryPredictions predictions) {
        List<CurvePoint> roc = roc(predictions).points();
        List<CurvePoint> det =
                DetCurve.of(predictions.groups(), ALL).orElseThrow().points();
        assertEquals(roc.size(), det.size());
        for (int i = 0; i < roc.size(); i++) {
            assertEquals(roc.get(i).threshold(), det.get(i).threshold());
            assertEquals(roc.get(i).x(), det.get(i).x());
            assertEquals(1 - roc.get(i).y(), det.get(i).y(), TOLERANCE);
        }
    }

    @Property(seed = "42")
    void thinnedDetKeepsItsEndsAndItsOrder(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = 3, max = 20) int most) {
        List<CurvePoint> points =
                DetCurve.of(predictions.groups(), most).orElseThrow().points();
        assertTrue(points.size() <= most);
        assertEquals(new CurvePoint(Double.POSITIVE_INFINITY, 0, 1), points.get(0));
        assertEquals(1, points.get(points.size() - 1).x());
        assertEquals(0, points.get(points.size() - 1).y());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i).x() >= points.get(i - 1).x());
            assertTrue(points.get(i).y() <= points.get(i - 1).y());
        }
    }

    @Property(seed = "42", tries = 200)
    void detNeedsBothClasses(@ForAll("any") BinaryPredictions predictions) {
        Optional<DetCurve> curve = DetCurve.of(predictions.groups(), ALL);
        assertEquals(predictions.positives() > 0 && predictions.negatives() > 0, curve.isPresent());
    }

    @Provide
    Arbitrary<BinaryPredictions> any() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void hullIsMadeOfPointsOfTheCurveAndTurnsDownEverywhere(@ForAll("predictions") BinaryPredictions predictions) {
        RocCurve roc = roc(predictions);
        List<CurvePoint> hull = roc.convexHull().points();
        assertTrue(roc.points().containsAll(hull));
        assertEquals(roc.points().get(0), hull.get(0));
        assertEquals(roc.points().get(roc.points().size() - 1), hull.get(hull.size() - 1));
        for (int i = 2; i < hull.size(); i++) {
            assertTrue(slope(hull.get(i - 2), hull.get(i - 1)) > slope(hull.get(i - 1), hull.get(i)) - TOLERANCE);
        }
    }

    @Property(seed = "42")
    void whateverErrorsCostSomePointOfTheHullCostsLeast(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0, max = 1) double falsePositiveCost) {
        RocCurve roc = roc(predictions);
        assertEquals(cheapest(roc, falsePositiveCost), cheapest(roc.convexHull(), falsePositiveCost), TOLERANCE);
    }

    private static double cheapest(RocCurve roc, double falsePositiveCost) {
        return roc.points().stream()
                .mapToDouble(point -> falsePositiveCost * point.x() + (1 - falsePositiveCost) * (1 - point.y()))
                .min()
                .orElseThrow();
    }

    private static double slope(CurvePoint from, CurvePoint to) {
        return (to.y() - from.y()) / (to.x() - from.x());
    }

    private static RocCurve roc(BinaryPredictions predictions) {
        return RocCurve.of(predictions.groups(), ALL).orElseThrow();
    }
}
