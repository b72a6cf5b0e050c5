package io.github.tiercel.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdjustedPValuesTest {

    private static final Map<String, Difference> COMPARISON = Map.of(
            "roc_auc", difference("roc_auc", 0.01),
            "log_loss", difference("log_loss", 0.04),
            "brier", difference("brier", 0.03),
            "ece", without("ece"));

    @Test
    void theMetricsThatGatesNameAreAFamily() {
        AdjustedPValues adjusted = AdjustedPValues.of(
                model(List.of(), "roc_auc >= 0.7", "brier <= 0.2", "roc_auc no-worse-than baseline by 0.01"));
        assertTrue(adjusted.hasFamily());
        assertEquals(OptionalDouble.of(0.02), adjusted.of("roc_auc"));
        assertEquals(OptionalDouble.of(0.03), adjusted.of("brier"));
        assertEquals(OptionalDouble.empty(), adjusted.of("log_loss"));
    }

    @Test
    void threeAreAdjustedAsHolmSays() {
        AdjustedPValues adjusted =
                AdjustedPValues.of(model(List.of(), "roc_auc >= 0.7", "log_loss <= 1", "brier <= 0.2"));
        assertEquals(0.03, adjusted.of("roc_auc").orElseThrow(), 1e-15);
        assertEquals(0.06, adjusted.of("brier").orElseThrow(), 1e-15);
        assertEquals(0.06, adjusted.of("log_loss").orElseThrow(), 1e-15);
    }

    @Test
    void aMetricWithoutAPValueCostsTheOthersNothing() {
        AdjustedPValues adjusted = AdjustedPValues.of(model(List.of(), "roc_auc >= 0.7", "ece <= 0.1", "f1 > 0"));
        assertEquals(OptionalDouble.of(0.01), adjusted.of("roc_auc"));
        assertEquals(OptionalDouble.empty(), adjusted.of("ece"));
        assertEquals(OptionalDouble.empty(), adjusted.of("f1"));
    }

    @Test
    void gatesOnSlicesAndRulesOfAnotherKindNameNoMetricOfAllRows() {
        AdjustedPValues adjusted = AdjustedPValues.of(model(List.of(), "roc_auc@month=1 >= 0.7", "beats the champion"));
        assertFalse(adjusted.hasFamily());
        assertEquals(OptionalDouble.empty(), adjusted.of("roc_auc"));
    }

    @Test
    void slicesAreAFamilyForEachMetric() {
        List<SliceResult> slices = List.of(
                slice("a", difference("roc_auc", 0.01)),
                slice("b", without("roc_auc")),
                slice("c", difference("roc_auc", 0.03)),
                slice("d", difference("roc_auc", 0.04)));
        AdjustedPValues adjusted = AdjustedPValues.of(model(slices));
        // R: p.adjust(c(.01, .03, .04), "BH")
        assertEquals(0.03, adjusted.ofSlice(0, "roc_auc").orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), adjusted.ofSlice(1, "roc_auc"));
        assertEquals(0.04, adjusted.ofSlice(2, "roc_auc").orElseThrow(), 1e-15);
        assertEquals(0.04, adjusted.ofSlice(3, "roc_auc").orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), adjusted.ofSlice(0, "brier"));
    }

    private static ModelResult model(List<SliceResult> slices, String... rules) {
        return new ModelResult(
                "new",
                "full",
                100,
                100,
                Map.of(),
                BinaryFindings.of(50),
                slices,
                Optional.empty(),
                COMPARISON,
                Stream.of(rules).map(AdjustedPValuesTest::gate).toList(),
                List.of());
    }

    private static SliceResult slice(String value, Difference difference) {
        return new SliceResult(
                "part",
                value,
                25,
                new Support(Support.Unit.POSITIVES, 10),
                Map.of(),
                Map.of(difference.metric(), difference));
    }

    private static GateResult gate(String rule) {
        return new GateResult(
                rule,
                Verdict.PASS,
                OptionalDouble.empty(),
                Optional.empty(),
                0.5,
                100,
                OptionalLong.empty(),
                "the whole interval satisfies the rule");
    }

    private static Difference difference(String metric, double pValue) {
        return new Difference(
                metric,
                Direction.HIGHER_IS_BETTER,
                Value.of(0.01),
                Optional.of(new Interval(0, 0.02, 0.95, "influence")),
                OptionalDouble.of(pValue),
                OptionalDouble.of(0.005),
                true);
    }

    private static Difference without(String metric) {
        return new Difference(
                metric,
                Direction.LOWER_IS_BETTER,
                Value.of(0.01),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true);
    }
}
