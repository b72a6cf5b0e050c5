package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CurveBandsProperties {

    private static final int ALL = Integer.MAX_VALUE;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.withBothClasses();
    }

    @Property(seed = "42", tries = 100)
    void everyRectangleHoldsItsPointOfTheRocCurve(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        CurveBands bands = CurveBands.of(predictions.groups(), level);
        RocCurve curve = RocCurve.of(predictions.groups(), ALL).orElseThrow();
        holds(curve.points(), bands.simultaneous(curve));
        // The other two are drawn towards one half and need not hold the share itself at a low level.
        for (ProportionInterval interval : List.of(ProportionInterval.WILSON, ProportionInterval.CLOPPER_PEARSON)) {
            holds(curve.points(), bands.pointwise(curve, interval));
        }
    }

    @Property(seed = "42", tries = 100)
    void everyRectangleHoldsItsPointOfThePrecisionRecallCurve(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(predictions.groups(), ALL).orElseThrow();
        CurveBand band = CurveBands.of(predictions.groups(), level).simultaneous(curve);
        int hidden = curve.points().size() - band.points().size();
        holds(curve.points().subList(hidden, curve.points().size()), band);
    }

    @Property(seed = "42", tries = 100)
    void higherLevelsGiveWiderBands(@ForAll("predictions") BinaryPredictions predictions) {
        RocCurve curve = RocCurve.of(predictions.groups(), ALL).orElseThrow();
        List<BandPoint> narrow =
                CurveBands.of(predictions.groups(), 0.8).simultaneous(curve).points();
        List<BandPoint> wide =
                CurveBands.of(predictions.groups(), 0.95).simultaneous(curve).points();
        for (int i = 0; i < wide.size(); i++) {
            BandPoint inner = narrow.get(i);
            assertTrue(wide.get(i).contains(inner.xLower(), inner.yLower()));
            assertTrue(wide.get(i).contains(inner.xUpper(), inner.yUpper()));
        }
    }

    private static void holds(List<CurvePoint> points, CurveBand band) {
        assertEquals(points.size(), band.points().size());
        for (int i = 0; i < points.size(); i++) {
            CurvePoint point = points.get(i);
            BandPoint rectangle = band.points().get(i);
            assertEquals(point.threshold(), rectangle.threshold());
            assertTrue(rectangle.contains(point.x(), point.y()), point + " is outside of " + rectangle);
            assertTrue(rectangle.xLower() >= 0 && rectangle.xUpper() <= 1);
            assertTrue(rectangle.yLower() >= 0 && rectangle.yUpper() <= 1);
        }
    }
}
