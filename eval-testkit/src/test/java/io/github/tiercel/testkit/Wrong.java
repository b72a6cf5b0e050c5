package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import java.util.function.Function;

/** A metric with a mistake. Unlike {@link Metric#of} it is not held to its range. */
class Wrong<P extends Predictions> implements Metric<P> {

    private final Class<P> reads;
    private final String name;
    private final Direction direction;
    private final Range range;
    private final Function<P, Value> formula;

    Wrong(Class<P> reads, String name, Direction direction, Range range, Function<P, Value> formula) {
        this.reads = reads;
        this.name = name;
        this.direction = direction;
        this.range = range;
        this.formula = formula;
    }

    /** The same mistake of the right metric, whose influence values may be wrong as well. */
    static <P extends Predictions> Smooth<P> of(
            String name, Metric<P> right, Function<P, Value> formula, Function<P, double[]> influence) {
        return new Smooth<>(name, right, formula, influence);
    }

    @Override
    public Class<P> reads() {
        return reads;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Range range() {
        return range;
    }

    @Override
    public Value value(P predictions) {
        return formula.apply(predictions);
    }

    /** One with influence values. */
    static class Smooth<P extends Predictions> extends Wrong<P> implements SmoothMetric<P> {

        private final Function<P, double[]> influence;

        Smooth(String name, Metric<P> right, Function<P, Value> formula, Function<P, double[]> influence) {
            super(right.reads(), name, right.direction(), right.range(), formula);
            this.influence = influence;
        }

        @Override
        public double[] influence(P predictions) {
            return influence.apply(predictions);
        }
    }
}
