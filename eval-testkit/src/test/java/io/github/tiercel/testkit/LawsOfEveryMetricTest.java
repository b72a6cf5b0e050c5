package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LawsOfEveryMetricTest {

    @Test
    void everyRegisteredMetricIsHeldAgainstTheLaws() {
        Set<Metric<?>> tried = Arrays.stream(BinaryMetricsProperties.class.getDeclaredClasses())
                .map(LawsOfEveryMetricTest::metricOf)
                .collect(Collectors.toSet());
        List<Metric<BinaryPredictions>> untried = BinaryMetrics.all().stream()
                .filter(metric -> !tried.contains(metric))
                .toList();
        assertEquals(List.of(), untried);
        assertEquals(BinaryMetrics.all().size(), new HashSet<>(BinaryMetrics.all()).size());
    }

    private static Metric<?> metricOf(Class<?> laws) {
        try {
            Constructor<?> constructor = laws.getDeclaredConstructor(BinaryMetricsProperties.class);
            return ((MetricLaws<?>) constructor.newInstance(new BinaryMetricsProperties())).metric();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(laws + " must be an inner class that implements MetricLaws", e);
        }
    }
}
