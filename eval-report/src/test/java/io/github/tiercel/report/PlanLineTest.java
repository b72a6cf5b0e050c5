package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.PlannedWidth;
import io.github.tiercel.result.SamplePlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanLineTest {

    private static final int PILOT = 16_384;
    private static final int ALL = 200_000;

    @Test
    void saysWhatIsKnownAndWhatTakesMoreRows() {
        assertEquals(
                "16,384 of 200,000 rows: log_loss to 0.0041, roc_auc to 0.0093; average_precision cannot be known to 0.01"
                        + " below 120,000",
                line(
                        planned("a", "log_loss", 0.00403, 3_000),
                        planned("a", "roc_auc", 0.0093, 15_000),
                        planned("a", "average_precision", 0.031, 118_201)));
    }

    @Test
    void theModelThatIsKnownLeastDecides() {
        assertEquals(
                "16,384 of 200,000 rows: log_loss to 0.005; roc_auc cannot be known to 0.01 below 39,000",
                line(
                        planned("a", "log_loss", 0.004, 3_000),
                        planned("a", "roc_auc", 0.009, 15_000),
                        planned("b", "log_loss", 0.005, 4_000),
                        planned("b", "roc_auc", 0.02, 38_700)));
    }

    @Test
    void whatOnlyAllRowsTellIsNotRoundedBeyondThem() {
        assertEquals(
                "16,384 of 199,999 rows: roc_auc cannot be known to 0.01 below 199,999",
                PlanLine.render(new SamplePlan(0.01, PILOT, 199_999, List.of(planned("a", "roc_auc", 0.02, 199_999)))));
    }

    @Test
    void whatHasNoPlanSaysWhy() {
        PlannedMetric none = new PlannedMetric(
                "a", "ece", false, OptionalInt.empty(), List.of(), Optional.of("no interval in a sample"));
        PlannedMetric other = new PlannedMetric(
                "a", "best_f1", false, OptionalInt.empty(), List.of(), Optional.of("no interval in a sample"));
        PlannedMetric odd = new PlannedMetric(
                "a", "f1[\u001b]", false, OptionalInt.of(ALL), List.of(), Optional.of("no interval from 16,384 rows"));
        assertEquals(
                "16,384 of 200,000 rows: no interval in a sample: ece, best_f1; no interval from 16,384 rows: f1[\\u001B]",
                line(none, odd, other));
    }

    @Test
    void differencesAreLeftOut() {
        PlannedMetric difference = new PlannedMetric(
                "a",
                "roc_auc",
                true,
                OptionalInt.of(90_000),
                List.of(new PlannedWidth(PILOT, 0.02, 0.03)),
                Optional.empty());
        assertEquals("16,384 of 200,000 rows: roc_auc to 0", line(planned("a", "roc_auc", 0, 2), difference));
    }

    private static String line(PlannedMetric... metrics) {
        return PlanLine.render(new SamplePlan(0.01, PILOT, ALL, List.of(metrics)));
    }

    private static PlannedMetric planned(String model, String metric, double halfWidth, int needed) {
        return new PlannedMetric(
                model,
                metric,
                false,
                OptionalInt.of(needed),
                List.of(new PlannedWidth(PILOT, halfWidth, 2 * halfWidth)),
                Optional.empty());
    }
}
