package io.github.tiercel.metrics;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.registry.MetricFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricContractTest {

    private static final Metric<RegressionPredictions> TENTHS = Metric.of(
            RegressionPredictions.class,
            "tenths",
            Direction.HIGHER_IS_BETTER,
            new Range(0, 0.1),
            predictions -> Value.of(predictions.label(0)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revenue",
                "ndcg@10",
                "f0.5",
                "recall[cat]",
                "recall[New York]",
                "f1[a=b, c@d]",
                "Größe",
                "a-b/c:d"
            })
    void nameThatARuleCanHoldIsLegal(String name) {
        assertEquals(name, MetricContract.legalName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "my metric",
                "a\tb",
                "a,b",
                "a<b",
                "a>b",
                "a=b",
                "a@b",
                "a@",
                "@5",
                "a@5@6",
                "a@5b",
                "a b[c]",
                "a[]b c",
                "a[b] c"
            })
    void nameThatARuleCannotHoldIsRefused(String name) {
        assertRefused(
                "metric name must not be empty or hold white space, commas, <, >, = or an @ that is not followed by a"
                        + " number at the end, got \"" + name + "\"",
                () -> MetricContract.legalName(name));
    }

    @Test
    void everyRegisteredNameIsLegal() {
        for (Task task : Task.values()) {
            for (Metric<?> metric : MetricFamily.of(task).all()) {
                assertEquals(metric.name(), MetricContract.legalName(metric.name()));
            }
        }
    }

    @Test
    void roundingBeyondTheRangeIsTakenBack() {
        assertEquals(Value.of(0.1), TENTHS.value(first(Math.nextUp(0.1))));
        assertEquals(Value.of(0), TENTHS.value(first(-1e-10)));
        assertEquals(Value.of(0.05), TENTHS.value(first(0.05)));
    }

    @Test
    void numberBeyondTheRangeIsRefusedWithTheNameOfTheMetric() {
        assertRefused("metric tenths must give numbers in [0.0, 0.1], got 0.2", () -> TENTHS.value(first(0.2)));
        assertRefused(
                "metric tenths must give numbers in [0.0, 0.1], got -Infinity",
                () -> TENTHS.value(first(Double.NEGATIVE_INFINITY)));
        assertRefused(
                "metric tenths must give numbers in [0.0, 0.1], got NaN",
                () -> MetricContract.inRange(TENTHS, Double.NaN));
    }

    @Test
    void infinityIsInARangeThatReachesIt() {
        Metric<RegressionPredictions> any = Metric.of(
                RegressionPredictions.class,
                "any",
                Direction.NEITHER,
                Range.NON_NEGATIVE,
                predictions -> Value.of(predictions.label(0)));
        assertEquals(Value.of(Double.POSITIVE_INFINITY), any.value(first(Double.POSITIVE_INFINITY)));
    }

    @Test
    void reasonIsPassedOn() {
        Value undefined = Value.undefined(UndefinedReason.EMPTY);
        assertEquals(undefined, MetricContract.inRange(TENTHS, undefined));
    }

    private static RegressionPredictions first(double label) {
        return RegressionPredictions.of(new double[] {label}, new double[] {0});
    }
}
