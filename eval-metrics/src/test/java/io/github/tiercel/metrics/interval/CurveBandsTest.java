package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveBandsTest {

    private static final double TOLERANCE = 1e-12;

    /** 17 positive and 43 negative rows. */
    private static final BinaryPredictions PREDICTIONS = ReferenceTable.predictions("b60", "score");

    private static final ScoreGroups GROUPS = PREDICTIONS.groups();
    private static final CurveBands BANDS = CurveBands.of(GROUPS, 0.95);

    @Test
    void pointwiseBandIsWilsonOfBothRates() {
        CurveBand band = BANDS.pointwise(roc(GROUPS), ProportionInterval.WILSON);
        assertEquals("wilson", band.method());
        assertEquals(0.95, band.level());
        assertFalse(band.simultaneous());
        CurvePoint point = roc(GROUPS).points().get(12);
        Interval x = ProportionInterval.WILSON.of(point.x() * 43, 43, 0.95);
        Interval y = ProportionInterval.WILSON.of(point.y() * 17, 17, 0.95);
        close(
                new BandPoint(point.threshold(), x.lower(), x.upper(), y.lower(), y.upper()),
                band.points().get(12));
    }

    @Test
    void clopperPearsonIsWiderThanWilsonOnAverage() {
        CurveBand exact = BANDS.pointwise(roc(GROUPS), ProportionInterval.CLOPPER_PEARSON);
        assertEquals("clopper-pearson", exact.method());
        assertTrue(height(exact) > height(BANDS.pointwise(roc(GROUPS), ProportionInterval.WILSON)));
    }

    @Test
    void simultaneousBandOfRocIsARectangleOfKolmogorovQuantiles() {
        double each = Math.sqrt(0.95);
        double x = Kolmogorov.exact(43, each);
        double y = Kolmogorov.exact(17, each);
        CurveBand band = BANDS.simultaneous(roc(GROUPS));
        assertEquals("kolmogorov", band.method());
        assertTrue(band.simultaneous());
        List<CurvePoint> points = roc(GROUPS).points();
        assertEquals(points.size(), band.points().size());
        for (int i = 0; i < points.size(); i++) {
            CurvePoint point = points.get(i);
            BandPoint expected = new BandPoint(
                    point.threshold(),
                    Math.max(0, point.x() - x),
                    Math.min(1, point.x() + x),
                    Math.max(0, point.y() - y),
                    Math.min(1, point.y() + y));
            close(expected, band.points().get(i));
        }
    }

    @Test
    void precisionBandIsMadeOfTheWorstAndTheBestCorner() {
        double each = Math.cbrt(0.95);
        double x = Kolmogorov.exact(43, each);
        double y = Kolmogorov.exact(17, each);
        Interval share = ProportionInterval.WILSON.of(17, 60, each);
        CurveBand band = BANDS.simultaneous(precisionRecall(GROUPS));
        assertEquals("kolmogorov-wilson", band.method());
        BandPoint last = band.points().get(band.points().size() - 1);
        double worst = share.lower() * (1 - y) / (share.lower() * (1 - y) + 1 - share.lower());
        double best = share.upper() / (share.upper() + (1 - share.upper()) * (1 - x));
        close(new BandPoint(GROUPS.score(GROUPS.size() - 1), 1 - y, 1, worst, best), last);
    }

    @Test
    void precisionBandIsHiddenWhereFewerThanFivePositivesAreFound() {
        List<CurvePoint> curve = precisionRecall(GROUPS).points();
        List<BandPoint> band = BANDS.simultaneous(precisionRecall(GROUPS)).points();
        List<Double> shown = curve.stream()
                .filter(point -> Math.round(point.x() * 17) >= 5)
                .map(CurvePoint::threshold)
                .toList();
        assertTrue(shown.size() < curve.size());
        assertEquals(shown, band.stream().map(BandPoint::threshold).toList());
    }

    @Test
    void withoutNegativeRowsPrecisionMayBeAnything() {
        ScoreGroups positives = BinaryPredictions.of(
                        new boolean[] {true, true, true, true, true, true}, new double[] {.1, .2, .3, .4, .5, .6})
                .groups();
        for (BandPoint point : CurveBands.of(positives, 0.95)
                .simultaneous(precisionRecall(positives))
                .points()) {
            assertEquals(1, point.yUpper());
            assertTrue(point.yLower() >= 0 && point.yLower() < 0.5);
        }
    }

    @Test
    void equalWeightsCountAsRowsAndUnequalOnesAsFewer() {
        double[] equal = new double[60];
        Arrays.fill(equal, 0.125);
        ScoreGroups scaled = PREDICTIONS.withWeights(equal).groups();
        assertEquals(
                BANDS.simultaneous(roc(GROUPS)).points(),
                CurveBands.of(scaled, 0.95).simultaneous(roc(scaled)).points());
        double[] unequal = new double[60];
        Arrays.setAll(unequal, row -> row % 2 == 0 ? 1 : 5);
        ScoreGroups weighted = PREDICTIONS.withWeights(unequal).groups();
        assertTrue(height(CurveBands.of(weighted, 0.95).simultaneous(roc(weighted)))
                > height(BANDS.simultaneous(roc(GROUPS))));
    }

    @Test
    void clustersWidenTheBandsAndNeverNarrowThem() {
        CurveBand few = BANDS.withAtMost(5, 9).simultaneous(roc(GROUPS));
        assertEquals(Kolmogorov.exact(5, Math.sqrt(0.95)), few.points().get(0).yUpper());
        assertEquals(Kolmogorov.exact(9, Math.sqrt(0.95)), few.points().get(0).xUpper());
        assertEquals(
                BANDS.simultaneous(precisionRecall(GROUPS)),
                BANDS.withAtMost(1000, 1000).simultaneous(precisionRecall(GROUPS)));
        assertTrue(height(BANDS.withAtMost(17, 9).simultaneous(precisionRecall(GROUPS)))
                > height(BANDS.simultaneous(precisionRecall(GROUPS))));
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertRefused("level must be in (0, 1), got 1.0", () -> CurveBands.of(GROUPS, 1));
        assertRefused("level must be in (0, 1), got NaN", () -> CurveBands.of(GROUPS, Double.NaN));
        assertRefused("mostPositives and mostNegatives must be above 0, got 0.0 and 3.0", () -> BANDS.withAtMost(0, 3));
        assertRefused("level must be in (0, 1), got 0.0", () -> new CurveBand(List.of(), 0, true, "none"));
        assertRefused(
                "lower ends must not be above upper ones, got x in [0.2, 0.1] and y in [0.0, 1.0]",
                () -> new BandPoint(0.5, 0.2, 0.1, 0, 1));
        assertRefused(
                "lower ends must not be above upper ones, got x in [0.0, 1.0] and y in [NaN, 1.0]",
                () -> new BandPoint(0.5, 0, 1, Double.NaN, 1));
    }

    @Test
    void bandsAreCopiesOfTheirPoints() {
        List<BandPoint> points = new ArrayList<>(List.of(new BandPoint(0.5, 0, 1, 0, 1)));
        CurveBand band = new CurveBand(points, 0.9, true, "any");
        points.clear();
        assertEquals(1, band.points().size());
    }

    private static double height(CurveBand band) {
        return band.points().stream()
                .mapToDouble(point -> point.yUpper() - point.yLower())
                .average()
                .orElseThrow();
    }

    private static RocCurve roc(ScoreGroups groups) {
        return RocCurve.of(groups, 512).orElseThrow();
    }

    private static PrecisionRecallCurve precisionRecall(ScoreGroups groups) {
        return PrecisionRecallCurve.of(groups, 512).orElseThrow();
    }

    private static void close(BandPoint expected, BandPoint actual) {
        assertEquals(expected.threshold(), actual.threshold());
        assertEquals(expected.xLower(), actual.xLower(), TOLERANCE);
        assertEquals(expected.xUpper(), actual.xUpper(), TOLERANCE);
        assertEquals(expected.yLower(), actual.yLower(), TOLERANCE);
        assertEquals(expected.yUpper(), actual.yUpper(), TOLERANCE);
    }
}
