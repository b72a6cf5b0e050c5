package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.RankMetric;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.Set;
import java.util.stream.Stream;

class BinaryMetricsProperties extends FamilyProperties<BinaryPredictions> {

    private static final Set<String> MIRROR = Set.of("roc_auc", "gini");

    BinaryMetricsProperties() {
        super(
                MetricFamily.BINARY,
                Stream.of(
                                "partial_auc_0.1_0.3",
                                "partial_auc_sens_0.5",
                                "precision_at_recall_0.5",
                                "recall_at_precision_0.3",
                                "lift_0.25",
                                "gain_0.5",
                                "f0.5",
                                "cost_5_1",
                                "ece_3",
                                "mce_3")
                        .map(name -> MetricFamily.BINARY.named(name).orElseThrow())
                        .toList());
    }

    @Override
    MetricLaws<BinaryPredictions> laws(Metric<BinaryPredictions> metric) {
        if (metric.name().startsWith("calibration_")) {
            return new IllConditioned(metric);
        }
        if (MIRROR.contains(metric.name())) {
            return (MirrorMetricLaws<BinaryPredictions>) () -> metric;
        }
        if (metric instanceof RankMetric) {
            return (RankMetricLaws<BinaryPredictions>) () -> metric;
        }
        return metric instanceof RowMeanMetric || metric.name().equals("accuracy")
                ? (MeanMetricLaws<BinaryPredictions>) () -> metric
                : () -> metric;
    }

    /** Probabilities near 0 and 1 leave a logistic regression so little curvature that eight digits are lost. */
    private record IllConditioned(Metric<BinaryPredictions> metric) implements MetricLaws<BinaryPredictions> {
        @Override
        public double tolerance() {
            return 1e-6;
        }
    }
}
