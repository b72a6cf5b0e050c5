package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.List;
import java.util.Set;

class MulticlassMetricsProperties extends FamilyProperties<MulticlassPredictions> {

    private static final Set<String> PROBABILISTIC = Set.of("log_loss", "log_loss_normalised", "brier");
    private static final Set<String> RANK_AND_MEAN = Set.of(
            "accuracy", "precision_micro", "recall_micro", "f1_micro", "recall_weighted", "top_1", "top_2", "top_3");

    /** Decisions and areas alike depend on the order of a row's and of a class's scores alone. */
    private interface RankAndMeanLaws
            extends RankMetricLaws<MulticlassPredictions>, MeanMetricLaws<MulticlassPredictions> {}

    MulticlassMetricsProperties() {
        super(
                MetricFamily.MULTICLASS,
                List.of(
                        MulticlassMetrics.topK(1),
                        MulticlassMetrics.topK(2),
                        MulticlassMetrics.logLoss(0.01, true),
                        MulticlassMetrics.precision("a"),
                        MulticlassMetrics.recall("b"),
                        MulticlassMetrics.f1("b")));
    }

    @Override
    MetricLaws<MulticlassPredictions> laws(Metric<MulticlassPredictions> metric) {
        if (PROBABILISTIC.contains(metric.name())) {
            return (MeanMetricLaws<MulticlassPredictions>) () -> metric;
        }
        if (RANK_AND_MEAN.contains(metric.name())) {
            return (RankAndMeanLaws) () -> metric;
        }
        return metric.name().startsWith("roc_auc")
                ? (MirrorMetricLaws<MulticlassPredictions>) () -> metric
                : (RankMetricLaws<MulticlassPredictions>) () -> metric;
    }
}
