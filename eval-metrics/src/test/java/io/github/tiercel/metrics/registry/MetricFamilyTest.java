package io.github.tiercel.metrics.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.CostMatrix;
import io.github.tiercel.metrics.binary.FBeta;
import io.github.tiercel.metrics.binary.Gain;
import io.github.tiercel.metrics.binary.Lift;
import io.github.tiercel.metrics.binary.MeanCost;
import io.github.tiercel.metrics.binary.PartialRocAuc;
import io.github.tiercel.metrics.binary.PrecisionAtRecall;
import io.github.tiercel.metrics.binary.RecallAtPrecision;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.regression.Pinball;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The command and gates name metrics, code calls factories: intervals must not depend on which. */
    @Test
    void metricOfAFactoryIsTheOneOfItsName() {
        List<Metric<?>> made = List.of(
                PartialRocAuc.byFalsePositiveRate(0.1, 0.2),
                PartialRocAuc.byFalsePositiveRate(0, 0.2).raw(),
                PartialRocAuc.bySensitivity(0.8, 1),
                PartialRocAuc.bySensitivity(0.8, 0.9).raw(),
                new FBeta(0.5, BinaryMetrics.DEFAULT_THRESHOLD),
                new MeanCost(CostMatrix.ofErrors(1, 5), BinaryMetrics.DEFAULT_THRESHOLD),
                new MeanCost(new CostMatrix(1, 5, -1, 2), BinaryMetrics.DEFAULT_THRESHOLD),
                new PrecisionAtRecall(0.75),
                new RecallAtPrecision(0.75),
                new Lift(0.25),
                new Gain(0.25),
                MulticlassMetrics.topK(1),
                MulticlassMetrics.topK(12),
                MulticlassMetrics.precision("cat"),
                MulticlassMetrics.recall("New York"),
                MulticlassMetrics.recall("a[0]"),
                MulticlassMetrics.f1("cat"),
                MulticlassMetrics.fBeta(1, "cat"),
                MulticlassMetrics.fBeta(2, "cat"),
                MulticlassMetrics.fBetaMacro(1),
                MulticlassMetrics.fBetaMacro(0.5),
                MulticlassMetrics.fBetaWeighted(1),
                MulticlassMetrics.fBetaWeighted(2),
                new Pinball(0.9),
                new Pinball(1e-9));
        for (Metric<?> metric : made) {
            assertEquals(Optional.of(metric), MetricFamily.of(Task.of(metric)).named(metric.name()), metric.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPatternIsFilledToANameOfOneMetric(Task task) {
        MetricFamily<?> family = MetricFamily.of(task);
        for (String pattern : family.patterns()) {
            String name = pattern.replace("FP_FN", "1_5")
                    .replace("BINS", "7")
                    .replaceAll("@K|_K", pattern.contains("@") ? "@7" : "_7")
                    .replace("BETA", "0.5")
                    .replaceAll("[A-Z]{2,}", "0.5");
            Metric<?> metric = family.named(name).orElseThrow(() -> new AssertionError(name));
            assertEquals(name, metric.name());
            assertEquals(Optional.of(metric), family.named(metric.name()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinball_.9", "pinball_0.90", "pinball_00.9", "pinball_0.5000", "pinball_0", "pinball_1"})
    void numberHasOneSpelling(String name) {
        assertEquals(Optional.empty(), MetricFamily.REGRESSION.named(name));
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
