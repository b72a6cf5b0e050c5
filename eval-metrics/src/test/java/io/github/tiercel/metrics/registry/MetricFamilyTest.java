package io.github.tiercel.metrics.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricFamilyTest {

    @ParameterizedTest
    @EnumSource
    void everyMetricIsFoundByItsNameAndMeasuresItsTask(Task task) {
        MetricFamily<?> family = MetricFamily.of(task);
        assertEquals(task, family.task());
        Set<String> names = new HashSet<>();
        for (Metric<?> metric : family.all()) {
            assertTrue(names.add(metric.name()), metric.name());
            assertEquals(Optional.of(metric), family.named(metric.name()));
            assertEquals(task, Task.of(metric));
            assertEquals(task.predictions(), metric.reads());
        }
    }

    @Test
    void nameWithAParameterIsFoundToo() {
        assertEquals(
                "top_5", MetricFamily.MULTICLASS.named("top_5").orElseThrow().name());
        assertEquals(
                "ndcg@3", MetricFamily.RANKING.named("ndcg@3").orElseThrow().name());
        assertEquals(
                "pinball_0.9",
                MetricFamily.REGRESSION.named("pinball_0.9").orElseThrow().name());
    }

    @Test
    void nameOfAnotherTaskIsNotFound() {
        assertEquals(Optional.empty(), MetricFamily.BINARY.named("rmse"));
        assertEquals(Optional.of(BinaryMetrics.ROC_AUC), MetricFamily.BINARY.named("roc_auc"));
    }

    @Test
    void taskIsSpeltAsInResults() {
        assertEquals("multiclass", Task.MULTICLASS.spelling());
    }
}
