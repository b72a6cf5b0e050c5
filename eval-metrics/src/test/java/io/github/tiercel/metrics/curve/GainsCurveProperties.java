package io.github.tiercel.metrics.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GainsCurveProperties {

    private static final double TOLERANCE = 1e-12;
    private static final int ALL = Integer.MAX_VALUE;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void gainsRiseFromZeroToOneWhereThereArePositiveRows(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = 3, max = 60) int most) {
        Optional<GainsCurve> curve = GainsCurve.of(predictions.groups(), most);
        assertEquals(predictions.positives() > 0, curve.isPresent());
        curve.map(GainsCurve::points).ifPresent(points -> {
            assertTrue(points.size() <= most);
            assertEquals(new CurvePoint(Double.POSITIVE_INFINITY, 0, 0), points.get(0));
            assertEquals(1, points.get(points.size() - 1).x());
            assertEquals(1, points.get(points.size() - 1).y());
            for (int i = 1; i < points.size(); i++) {
                assertTrue(points.get(i).x() > points.get(i - 1).x());
                assertTrue(points.get(i).y() >= points.get(i - 1).y());
            }
        });
    }

    @Property(seed = "42")
    void areaUnderGainsIsRocAucMixedWithChance(@ForAll("predictions") BinaryPredictions predictions) {
        // The area is P(random row below a random positive one): positives tie with themselves on average.
        ScoreGroups groups = predictions.groups();
        GainsCurve.of(groups, ALL).map(GainsCurve::points).ifPresent(points -> {
            double area = 0;
            for (int i = 1; i < points.size(); i++) {
                area += (points.get(i).x() - points.get(i - 1).x())
                        * (points.get(i).y() + points.get(i - 1).y())
                        / 2;
            }
            double prevalence = groups.positives() / groups.total();
            double auc = predictions.negatives() > 0
                    ? BinaryMetrics.ROC_AUC.value(predictions).orNaN()
                    : 0;
            assertEquals(prevalence / 2 + (1 - prevalence) * auc, area, TOLERANCE);
        });
    }

    @Property(seed = "42")
    void liftIsPrecisionOverTheShareOfPositives(@ForAll("predictions") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        GainsCurve.of(groups, ALL).map(curve -> curve.lift().points()).ifPresent(points -> {
            List<CurvePoint> precisionRecall =
                    PrecisionRecallCurve.of(groups, ALL).orElseThrow().points();
            assertEquals(precisionRecall.size(), points.size());
            for (int i = 0; i < points.size(); i++) {
                double expected = precisionRecall.get(i).y() * groups.total() / groups.positives();
                assertEquals(precisionRecall.get(i).threshold(), points.get(i).threshold());
                assertEquals(expected, points.get(i).y(), TOLERANCE * expected);
            }
            assertEquals(1, points.get(points.size() - 1).y(), TOLERANCE);
        });
    }
}
