package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.Pinball;
import io.github.tiercel.metrics.regression.RowErrorMetric;
import java.util.List;
import java.util.Set;

class RegressionMetricsProperties extends FamilyProperties<RegressionPredictions> {

    private static final Set<String> MIRROR = Set.of("concordance", "spearman", "kendall");

    RegressionMetricsProperties() {
        super(MetricFamily.REGRESSION, List.of(new Pinball(0.9)));
    }

    @Override
    MetricLaws<RegressionPredictions> laws(Metric<RegressionPredictions> metric) {
        if (MIRROR.contains(metric.name())) {
            return (MirrorMetricLaws<RegressionPredictions>) () -> metric;
        }
        return metric instanceof RowErrorMetric ? (MeanMetricLaws<RegressionPredictions>) () -> metric : () -> metric;
    }
}
