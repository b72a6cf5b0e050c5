package io.github.tiercel.metrics.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CurveProperties {

    private static final double TOLERANCE = 1e-12;
    private static final int ALL = Integer.MAX_VALUE;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void rocCurveRisesFromZeroToOne(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = 3, max = 60) int most) {
        Optional<RocCurve> curve = RocCurve.of(predictions.groups(), most);
        assertEquals(predictions.positives() > 0 && predictions.negatives() > 0, curve.isPresent());
        curve.map(RocCurve::points).ifPresent(points -> {
            assertTrue(points.size() <= most);
            assertEquals(new CurvePoint(Double.POSITIVE_INFINITY, 0, 0), points.get(0));
            CurvePoint last = points.get(points.size() - 1);
            assertEquals(1, last.x());
            assertEquals(1, last.y());
            for (int i = 1; i < points.size(); i++) {
                assertTrue(points.get(i).x() >= points.get(i - 1).x());
                assertTrue(points.get(i).y() >= points.get(i - 1).y());
                assertTrue(
                        i == 1 || points.get(i).threshold() < points.get(i - 1).threshold());
            }
        });
    }

    @Property(seed = "42")
    void areaUnderTheWholeRocCurveIsRocAuc(@ForAll("predictions") BinaryPredictions predictions) {
        RocCurve.of(predictions.groups(), ALL).map(RocCurve::points).ifPresent(points -> {
            double area = 0;
            for (int i = 1; i < points.size(); i++) {
                CurvePoint from = points.get(i - 1);
                CurvePoint to = points.get(i);
                area += (to.x() - from.x()) * (to.y() + from.y()) / 2;
            }
            assertEquals(BinaryMetrics.ROC_AUC.value(predictions).orNaN(), area, TOLERANCE);
        });
    }

    @Property(seed = "42")
    void recallNeverFallsAndEndsAtOne(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @IntRange(min = 2, max = 60) int most) {
        Optional<PrecisionRecallCurve> curve = PrecisionRecallCurve.of(predictions.groups(), most);
        assertEquals(predictions.positives() > 0, curve.isPresent());
        curve.map(PrecisionRecallCurve::points).ifPresent(points -> {
            assertTrue(points.size() <= most);
            assertEquals(1, points.get(points.size() - 1).x());
            ScoreGroups groups = predictions.groups();
            assertEquals(
                    groups.positives() / groups.total(),
                    points.get(points.size() - 1).y(),
                    TOLERANCE);
            for (int i = 1; i < points.size(); i++) {
                assertTrue(points.get(i).x() >= points.get(i - 1).x());
                assertTrue(points.get(i).y() >= 0 && points.get(i).y() <= 1);
            }
        });
    }

    @Property(seed = "42")
    void areaInStepsUnderTheWholePrecisionRecallCurveIsAveragePrecision(
            @ForAll("predictions") BinaryPredictions predictions) {
        PrecisionRecallCurve.of(predictions.groups(), ALL)
                .map(PrecisionRecallCurve::points)
                .ifPresent(points -> {
                    double area = 0;
                    double recall = 0;
                    for (CurvePoint point : points) {
                        area += (point.x() - recall) * point.y();
                        recall = point.x();
                    }
                    assertEquals(
                            BinaryMetrics.AVERAGE_PRECISION.value(predictions).orNaN(), area, TOLERANCE);
                });
    }

    @Property(seed = "42")
    void sweepHoldsTheMatrixAtEveryThreshold(@ForAll("predictions") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        List<ConfusionMatrix> matrices = ThresholdSweep.ofAllScores(groups).matrices();
        assertEquals(groups.size(), matrices.size());
        for (int g = 0; g < matrices.size(); g++) {
            assertEquals(ConfusionMatrix.at(groups, groups.score(g)), matrices.get(g));
            assertEquals(groups.truePositives(g), matrices.get(g).truePositives());
            assertEquals(groups.falsePositives(g), matrices.get(g).falsePositives());
        }
    }
}
