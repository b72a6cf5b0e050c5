package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedNamesTest {

    @Test
    void numbersInANameAreTheParameters() {
        assertNamed("partial_auc_0.25", PartialRocAuc.byFalsePositiveRate(0, 0.25));
        assertNamed("partial_auc_raw_1", PartialRocAuc.byFalsePositiveRate(0, 1).raw());
        assertNamed("partial_auc_sens_0.8", PartialRocAuc.bySensitivity(0.8, 1));
        assertNamed("partial_auc_sens_raw_0", PartialRocAuc.bySensitivity(0, 1).raw());
        assertNamed("f3", new FBeta(3, 0.5));
        assertNamed("f0.000001", new FBeta(1e-6, 0.5));
        assertNamed("f1000000", new FBeta(1e6, 0.5));
        assertNamed("cost_0.5_10", new MeanCost(CostMatrix.ofErrors(0.5, 10), 0.5));
        assertNamed("precision_at_recall_0.95", new PrecisionAtRecall(0.95));
        assertNamed("recall_at_precision_1", new RecallAtPrecision(1));
        assertNamed("lift_0.01", new Lift(0.01));
        assertNamed("gain_0.05", new Gain(0.05));
    }

    @Test
    void twoNumbersAreARangeOfItsOwn() {
        assertNamed("partial_auc_0.1_0.3", PartialRocAuc.byFalsePositiveRate(0.1, 0.3));
        assertNamed(
                "partial_auc_raw_0.1_0.3",
                PartialRocAuc.byFalsePositiveRate(0.1, 0.3).raw());
        assertNamed("partial_auc_sens_0.7_0.9", PartialRocAuc.bySensitivity(0.7, 0.9));
        assertNamed(
                "partial_auc_sens_raw_0_0.9",
                PartialRocAuc.bySensitivity(0, 0.9).raw());
    }

    @Test
    void fourNumbersAreTheCostsOfAllOutcomes() {
        assertNamed("cost_-2_1_5_0", new MeanCost(new CostMatrix(-2, 1, 5, 0), 0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partial_auc_.1",
                "partial_auc_0.10",
                "partial_auc_00.1",
                "partial_auc_1e-1",
                "partial_auc_0x1",
                "partial_auc_0_0.1",
                "partial_auc_sens_0.9_1",
                "f1.0",
                "f+2",
                "cost_1_5_",
                "cost_0_1_5_0",
                "cost_-0_5"
            })
    void otherSpellingOfAKnownMetricIsNotAName(String name) {
        assertEquals(Optional.empty(), BinaryMetrics.named(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partial_auc_0",
                "partial_auc_1.5",
                "partial_auc_0.3_0.1",
                "partial_auc_0.1_0.2_0.3",
                "partial_auc_sens_1",
                "partial_auc_",
                "partial_auc",
                "f0",
                "f-1",
                "f1_2",
                "cost_1",
                "cost_0_0",
                "cost_1_2_3",
                "cost_1_1_1_1",
                "lift_0",
                "gain_2",
                "precision_at_recall_0",
                "recall_at_precision_-0.5",
                "recall_0.5"
            })
    void numbersOutOfRangeAndUnknownKindsAreNotNames(String name) {
        assertEquals(Optional.empty(), BinaryMetrics.named(name));
    }

    @Test
    void everyPatternHasAMetricInTheListOfAll() {
        List<String> names = BinaryMetrics.all().stream().map(Metric::name).toList();
        for (String pattern : BinaryMetrics.patterns()) {
            String prefix = pattern.replaceFirst("[A-Z_]+$", "");
            assertTrue(names.stream().anyMatch(name -> name.matches(prefix + "_?[0-9._]+")), pattern);
        }
        assertEquals(
                List.of(
                        "partial_auc_FPR",
                        "partial_auc_raw_FPR",
                        "partial_auc_sens_TPR",
                        "partial_auc_sens_raw_TPR",
                        "fBETA",
                        "cost_FP_FN",
                        "precision_at_recall_RECALL",
                        "recall_at_precision_PRECISION",
                        "lift_FRACTION",
                        "gain_FRACTION"),
                BinaryMetrics.patterns());
    }

    private static void assertNamed(String name, Metric<BinaryPredictions> metric) {
        assertEquals(name, metric.name());
        assertEquals(Optional.of(metric), BinaryMetrics.named(name));
    }
}
