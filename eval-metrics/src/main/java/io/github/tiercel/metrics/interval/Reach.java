package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import java.util.function.DoubleFunction;

/**
 * How far a value goes below and above itself.
 *
 * @param below at least 0
 * @param above at least 0
 */
record Reach(double below, double above) {

    static final Reach NONE = new Reach(0, 0);

    /** As one share goes to its Wilson limits; where the value is undefined, it may be anything in its range. */
    static Reach of(LabelSample.Share share, double value, Range range, double level, DoubleFunction<Value> valueAt) {
        if (share.isKnown()) {
            return NONE;
        }
        Interval limits = ProportionInterval.WILSON.of(share.value() * share.trials(), share.trials(), level);
        Value one = valueAt.apply(limits.lower());
        Value other = valueAt.apply(limits.upper());
        boolean defined = one.isDefined() && other.isDefined();
        double least = defined ? Math.min(one.orNaN(), other.orNaN()) : range.lower();
        double most = defined ? Math.max(one.orNaN(), other.orNaN()) : range.upper();
        return new Reach(Math.max(0, value - least), Math.max(0, most - value));
    }

    /** For two shares that vary independently. */
    Reach and(Reach other) {
        return new Reach(root(below, other.below, 0), root(above, other.above, 0));
    }

    /** Of a difference, as what moves one value and what moves the other vary with a correlation. */
    Reach minus(Reach other, double correlation) {
        return new Reach(root(below, other.above, correlation), root(above, other.below, correlation));
    }

    Interval around(double value, Range range, double level, String method) {
        return new Interval(range.clamp(value - below), range.clamp(value + above), level, method);
    }

    private static double root(double a, double b, double correlation) {
        double squares = a * a + b * b;
        return Double.isInfinite(squares)
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(Math.max(0, squares - 2 * correlation * a * b));
    }
}
