package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EdgeIntervalTest {

    private static final BinaryPredictions ROWS = ReferenceTable.predictions("perfect6", "score");

    @Test
    void valuesARoundingAwayFromAnEndAreAtIt() {
        assertTrue(applies(BinaryMetrics.ROC_AUC, 1 - 5e-13));
        assertFalse(applies(BinaryMetrics.ROC_AUC, 1 - 2e-12));
        assertTrue(applies(BinaryMetrics.ROC_AUC, 5e-13));
        assertFalse(applies(BinaryMetrics.ROC_AUC, 2e-12));
        assertFalse(applies(BinaryMetrics.ROC_AUC, 0.5));
    }

    @Test
    void aWiderRangeHasWiderRoundings() {
        assertTrue(applies(BinaryMetrics.MCC, 1 - 1.5e-12));
        assertFalse(applies(BinaryMetrics.MCC, 1 - 3e-12));
        assertTrue(applies(BinaryMetrics.MCC, -1 + 1.5e-12));
        assertFalse(applies(BinaryMetrics.MCC, -1 + 3e-12));
    }

    @Test
    void onlyASampleHasTheIntervalForTheFullSetToo() {
        Estimate all = IntervalEstimator.of(Design.independent(6), 0.95).estimate(BinaryMetrics.ROC_AUC, ROWS);
        assertEquals(Optional.empty(), all.fullSet());
        Design design = Design.stratified(new int[6], new int[] {6}, new int[] {12});
        Estimate sample = IntervalEstimator.of(design, 0.95).estimate(BinaryMetrics.ROC_AUC, ROWS);
        assertEquals(0.29240177382128657, sample.fullSet().orElseThrow().lower(), 1e-12);
        assertEquals(sample.population(), sample.fullSet());
        assertEquals(sample.population(), sample.gate());
    }

    @Test
    void lessThanOnePairOfRowsGivesNoInterval() {
        RegressionPredictions rows =
                RegressionPredictions.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 0.001});
        Estimate concordance =
                IntervalEstimator.of(Design.independent(2), 0.95).estimate(RegressionMetrics.CONCORDANCE, rows);
        assertEquals(1, concordance.value().orNaN());
        assertEquals(Optional.empty(), concordance.population());
        assertEquals(
                0.025,
                IntervalEstimator.of(Design.independent(2), 0.95)
                        .estimate(RegressionMetrics.CONCORDANCE, rows.withWeights(new double[] {1, 1}))
                        .population()
                        .orElseThrow()
                        .lower(),
                1e-12);
    }

    private static boolean applies(SmoothMetric<BinaryPredictions> metric, double value) {
        return EdgeInterval.applies(new Subject<>(metric, ROWS, value, Design.independent(6), 0.95));
    }
}
