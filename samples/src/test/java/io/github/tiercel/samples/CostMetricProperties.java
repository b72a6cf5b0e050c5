package io.github.tiercel.samples;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.testkit.MetricLaws;

/** The metric of {@link Sample10_OwnMetric} keeps the laws of every metric. */
class CostMetricProperties implements MetricLaws<BinaryPredictions> {

    @Override
    public Metric<BinaryPredictions> metric() {
        return new CostMetric(10);
    }
}
