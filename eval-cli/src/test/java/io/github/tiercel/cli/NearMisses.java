package io.github.tiercel.cli;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MetricProvider;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.regression.RowErrorMetric;
import java.util.List;

/** A metric as another jar would bring it along: the share of rows predicted within three minutes. */
public final class NearMisses implements MetricProvider {

    /** Made by the service loader. */
    public NearMisses() {}

    @Override
    public List<Metric<?>> metrics() {
        return List.of(RowErrorMetric.of(
                "within_three",
                Direction.HIGHER_IS_BETTER,
                Range.UNIT,
                (label, predicted) -> Math.abs(label - predicted) <= 3 ? 1 : 0));
    }
}
