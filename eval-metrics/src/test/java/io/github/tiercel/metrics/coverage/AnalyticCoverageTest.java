package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals of ROC-AUC and average precision cover the truth as often as recorded, in eleven worlds, rare classes and
 * values near 1 among them. 2,000 sets of rows each; the bound of 0.022 is 3.3 standard deviations of the difference of
 * two such studies at 0.95, so that a right interval fails one of a thousand; the seed is fixed.
 */
class AnalyticCoverageTest {

    private static final int SETS = 2_000;
    private static final double TOLERANCE = 0.022;
    private static final double LEVEL = 0.95;

    static List<Setting> settings() {
        return Setting.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void intervalsCoverAsOftenAsRecorded(Setting setting) {
        Random random = new Random(20_240_607);
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(setting.rows()), LEVEL);
        Tally auc = new Tally(setting.world().auc());
        Tally averagePrecision = new Tally(setting.world().averagePrecision());
        Tally averagePrecisionGate = new Tally(setting.world().averagePrecision());
        for (int set = 0; set < SETS; set++) {
            BinaryPredictions rows = setting.world().draw(setting.rows(), random);
            var ofAuc = estimator.estimate(BinaryMetrics.ROC_AUC, rows);
            var ofPrecision = estimator.estimate(BinaryMetrics.AVERAGE_PRECISION, rows);
            auc.add(ofAuc.population());
            assertEquals(ofAuc.population(), ofAuc.gate());
            averagePrecision.add(ofPrecision.population());
            averagePrecisionGate.add(ofPrecision.gate());
        }
        assertEquals(Recorded.auc(setting), auc.coverage(), TOLERANCE, () -> "roc_auc " + auc);
        assertEquals(
                Recorded.averagePrecision(setting),
                averagePrecision.coverage(),
                TOLERANCE,
                () -> "average_precision " + averagePrecision);
        // What gates read is never narrower.
        assertTrue(
                averagePrecisionGate.coverage() >= averagePrecision.coverage(),
                () -> "gate of average_precision " + averagePrecisionGate);
        assertTrue(auc.none() + averagePrecision.none() < SETS / 100, "sets without an interval");
    }
}
