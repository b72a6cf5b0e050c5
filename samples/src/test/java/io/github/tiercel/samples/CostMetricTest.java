package io.github.tiercel.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostMetricTest {

    @Test
    void costIsTheMeanOfMissesAndFalseAlarms() {
        boolean[] labels = {true, true, false, false};
        double[] scores = {0.9, 0.1, 0.25, 0.1}; // with a miss at 3, the alarm is raised from 0.25 on
        assertEquals(Value.of((3 + 1) / 4.0), new CostMetric(3).value(BinaryPredictions.of(labels, scores)));
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveNoCost() {
        boolean[] labels = {true, false};
        double[] minutes = {70, -5};
        assertEquals(
                Value.undefined(UndefinedReason.NOT_PROBABILITIES),
                new CostMetric(10).value(BinaryPredictions.of(labels, minutes)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void missMustCostSomething(double missCost) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new CostMetric(missCost));
        assertEquals("missCost must be a finite number above 0, got " + missCost, refused.getMessage());
    }
}
