package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Value;

/** The check that influence values are asked for only where the metric has a value. */
final class Defined {

    private Defined() {}

    static double number(Metric<?> metric, Value value) {
        if (value instanceof Value.Defined defined) {
            return defined.number();
        }
        throw new IllegalStateException(metric.name() + " has no influence values on these predictions: "
                + value.reason().orElseThrow().sentence());
    }
}
