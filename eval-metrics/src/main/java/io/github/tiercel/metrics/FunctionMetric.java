package io.github.tiercel.metrics;

import java.util.function.Function;

/** A metric that is any function of its predictions. */
record FunctionMetric<P extends Predictions>(
        Class<P> reads, String name, Direction direction, Range range, Function<P, Value> function)
        implements Metric<P> {

    FunctionMetric {
        MetricContract.legalName(name);
    }

    @Override
    public Value value(P predictions) {
        return MetricContract.inRange(this, function.apply(predictions));
    }
}
