package io.github.tiercel.metrics.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.calibration.BrierDecomposition;
import io.github.tiercel.metrics.calibration.CalibrationCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights so far apart that a sum of the large ones does not change by a small one. */
class ExtremeWeightsTest {

    private static final List<double[]> SCORES = List.of(
            new double[] {.9, .5, .1}, new double[] {.9, .1, .5}, new double[] {.5, .5, .1}, new double[] {.1, .9, .9});
    private static final double[] WEIGHTS = {1e20, 1, 1e-3};

    @Test
    void everyMetricHasAValueOrAReasonAndNoInfluenceIsNotANumber() {
        for (BinaryPredictions rows : allOfThreeRows()) {
            for (Metric<BinaryPredictions> metric : MetricFamily.BINARY.all()) {
                Value value = metric.value(rows);
                if (metric instanceof SmoothMetric<BinaryPredictions> smooth && value.isDefined()) {
                    assertTrue(
                            Arrays.stream(smooth.influence(rows)).noneMatch(Double::isNaN), () -> text(metric, rows));
                }
            }
            assertTrue(CalibrationCurve.of(rows, 2).isPresent());
            assertTrue(BrierDecomposition.of(rows).isPresent());
        }
    }

    @Test
    void groupWeighsWhatItsRowsWeigh() {
        BinaryPredictions rows = BinaryPredictions.of(
                new boolean[] {true, true, false}, new double[] {.9, .1, .5}, new double[] {1e20, 1, 1});
        assertEquals(1, rows.groups().positive(2));
        assertEquals(1e20, rows.groups().truePositives(2));
        // All but 1e-20 of the positive weight comes first.
        assertEquals(1, BinaryMetrics.PR_AUC_DG.value(rows).orNaN(), 1e-15);
        assertEquals(0, BrierDecomposition.of(rows).orElseThrow().discrimination(), 1e-15);
    }

    private static List<BinaryPredictions> allOfThreeRows() {
        List<BinaryPredictions> all = new ArrayList<>();
        for (double[] scores : SCORES) {
            for (int labels = 0; labels < 8; labels++) {
                for (int weights = 0; weights < 27; weights++) {
                    all.add(BinaryPredictions.of(
                            new boolean[] {(labels & 1) > 0, (labels & 2) > 0, (labels & 4) > 0},
                            scores,
                            new double[] {WEIGHTS[weights % 3], WEIGHTS[weights / 3 % 3], WEIGHTS[weights / 9]}));
                }
            }
        }
        return all;
    }

    private static String text(Metric<BinaryPredictions> metric, BinaryPredictions rows) {
        StringBuilder text = new StringBuilder(metric.name());
        for (int row = 0; row < rows.rows(); row++) {
            text.append(" (")
                    .append(rows.label(row))
                    .append(' ')
                    .append(rows.score(row))
                    .append(' ')
                    .append(rows.weight(row))
                    .append(')');
        }
        return text.toString();
    }
}
