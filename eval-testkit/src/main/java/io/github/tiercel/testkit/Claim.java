package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import java.util.function.Supplier;

/**
 * What one law says of one metric; every failure names both.
 *
 * @param metric the metric under test
 * @param law the law in words
 * @param tolerance how far equal values may differ, absolute below 1 and relative above
 */
record Claim<P extends Predictions>(Metric<P> metric, String law, double tolerance) {

    static <P extends Predictions> Claim<P> of(MetricUnderTest<P> test, String law) {
        return new Claim<>(test.metric(), law, test.tolerance());
    }

    void equal(P expected, P actual) {
        equal(value(expected), value(actual));
    }

    void equal(Value expected, Value actual) {
        boolean bothDefined = expected.isDefined() && actual.isDefined();
        holds(
                bothDefined ? isNear(expected.orNaN(), actual.orNaN()) : expected.equals(actual),
                "expected " + text(expected) + " but got " + text(actual));
    }

    void atLeastAsGood(P better, P worse) {
        double a = value(better).orNaN();
        double b = value(worse).orNaN();
        // NaN stands for an undefined value and is better than nothing.
        holds(isNear(a, b) || !metric.direction().isBetter(b, a), "got " + b + ", which is better than " + a);
    }

    void holds(boolean condition, String found) {
        if (!condition) {
            throw new AssertionError(message(found));
        }
    }

    Value value(P predictions) {
        return unlessThrown("value", () -> metric.value(predictions));
    }

    double[] influence(SmoothMetric<P> smooth, P predictions) {
        return unlessThrown("influence", () -> smooth.influence(predictions));
    }

    /** What is asked for, or a failure of the law under the name of what threw. */
    <T> T unlessThrown(String what, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            throw new AssertionError(message(what + " threw " + e), e);
        }
    }

    void refuses(SmoothMetric<P> smooth, P predictions) {
        try {
            smooth.influence(predictions);
        } catch (IllegalStateException e) {
            return;
        } catch (RuntimeException e) {
            throw new AssertionError(message("expected IllegalStateException but influence threw " + e), e);
        }
        throw new AssertionError(message("expected IllegalStateException but influence values were given"));
    }

    boolean isNear(double a, double b) {
        return a == b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
    }

    static String text(Value value) {
        return value.reason()
                .map(reason -> "no value (" + reason.sentence() + ")")
                .orElseGet(() -> Double.toString(value.orNaN()));
    }

    private String message(String found) {
        return metric.name() + ": " + law + ": " + found;
    }
}
