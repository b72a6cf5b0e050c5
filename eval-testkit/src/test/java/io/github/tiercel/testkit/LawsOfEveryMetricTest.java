package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawsOfEveryMetricTest {

    static List<FamilyProperties<?>> families() {
        return List.of(
                new BinaryMetricsProperties(),
                new MulticlassMetricsProperties(),
                new RegressionMetricsProperties(),
                new RankingMetricsProperties());
    }

    @Test
    void everyRegisteredMetricOfEveryTaskIsHeldAgainstTheLaws() {
        List<Metric<?>> tried = families().stream()
                .<Metric<?>>flatMap(family -> family.metrics().stream())
                .toList();
        List<Metric<?>> untried = Arrays.stream(Task.values())
                .<Metric<?>>flatMap(task -> MetricFamily.of(task).all().stream())
                .filter(metric -> !tried.contains(metric))
                .toList();
        assertEquals(List.of(), untried);
        assertEquals(tried.size(), new HashSet<>(tried).size());
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyLawOfEveryMetricIsChecked(FamilyProperties<?> family) {
        assertTrue(
                laws(family).allMatch(laws -> laws >= 20),
                () -> laws(family).toList().toString());
    }

    private static <P extends io.github.tiercel.metrics.Predictions> Stream<Long> laws(FamilyProperties<P> family) {
        return family.metrics().stream().map(family::laws).map(laws -> FamilyProperties.lawsIn(laws)
                .count());
    }
}
