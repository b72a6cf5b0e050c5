package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Simultaneous bands at level 0.95 hold the whole true curve of a known world: 1000 sets of 800 rows, 25 % positive. A
 * right band leaves [0.927, 0.973], 3.3 binomial standard deviations around 0.95, in one of a thousand such tests, and
 * the seed is fixed.
 */
class CurveBandsCoverageTest {

    private static final Binormal WORLD = new Binormal(0.25);
    private static final int SETS = 1000;
    private static final int ROWS = 800;
    private static final int ALL = Integer.MAX_VALUE;

    @Test
    void bandHoldsTheWholeRocCurveAsOftenAsItSays() {
        Random random = new Random(20_240_602);
        int held = 0;
        for (int set = 0; set < SETS; set++) {
            BinaryPredictions predictions = WORLD.draw(ROWS, random);
            CurveBand band = CurveBands.of(predictions.groups(), 0.95)
                    .simultaneous(RocCurve.of(predictions.groups(), ALL).orElseThrow());
            held += holdsRoc(band.points()) ? 1 : 0;
        }
        double coverage = (double) held / SETS;
        assertTrue(coverage >= 0.927 && coverage <= 0.973, "the whole curve was held in " + coverage);
    }

    /** Spending three misses apart makes this band hold the curve more often than it says. */
    @Test
    void bandHoldsTheWholePrecisionRecallCurveAtLeastAsOftenAsItSays() {
        Random random = new Random(20_240_603);
        int held = 0;
        for (int set = 0; set < SETS; set++) {
            BinaryPredictions predictions = WORLD.draw(ROWS, random);
            CurveBand band = CurveBands.of(predictions.groups(), 0.95)
                    .simultaneous(
                            PrecisionRecallCurve.of(predictions.groups(), ALL).orElseThrow());
            held += holdsPrecision(band.points()) ? 1 : 0;
        }
        double coverage = (double) held / SETS;
        assertTrue(coverage >= 0.927, "the whole curve was held in " + coverage);
    }

    /**
     * At each score, and just above it, where the observed rates are still those of the score before: there the
     * distance between observed and true rates is largest.
     */
    private static boolean holdsRoc(List<BandPoint> points) {
        for (int i = 1; i < points.size(); i++) {
            double x = WORLD.falsePositiveRate(points.get(i).threshold());
            double y = WORLD.truePositiveRate(points.get(i).threshold());
            if (!points.get(i).contains(x, y) || !points.get(i - 1).contains(x, y)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsPrecision(List<BandPoint> points) {
        return points.stream().allMatch(point -> {
            double recall = WORLD.truePositiveRate(point.threshold());
            double positive = WORLD.prevalence() * recall;
            double negative = (1 - WORLD.prevalence()) * WORLD.falsePositiveRate(point.threshold());
            return point.contains(recall, positive / (positive + negative));
        });
    }
}
