package io.github.tiercel.metrics.registry;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MetricProvider;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.regression.RowErrorMetric;
import java.util.List;

/** A provider as another jar has it, named in META-INF/services of the test resources. */
public final class RevenueMetrics implements MetricProvider {

    static final RowMeanMetric REVENUE = RowMeanMetric.of(
            "revenue", Direction.HIGHER_IS_BETTER, new Range(0, 10), (label, score) -> label && score >= 0.5 ? 10 : 0);

    static final RowErrorMetric REVENUE_ERROR =
            RowErrorMetric.of("revenue", (label, predicted) -> Math.abs(label - predicted));

    /** {@return metrics of two tasks, of one name} */
    @Override
    public List<Metric<?>> metrics() {
        return List.of(REVENUE, REVENUE_ERROR);
    }
}
