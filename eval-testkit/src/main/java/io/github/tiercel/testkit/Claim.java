package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * What one law says of one metric; every failure names both.
 *
 * @param metric the metric under test
 * @param law the law in words
 * @param tolerance how far equal values may differ, absolute below 1 and relative above
 */
record Claim<P extends Predictions>(Metric<P> metric, String law, double tolerance) {

    void equal(P expected, P actual) {
        Value a = value(expected);
        Value b = value(actual);
        boolean bothDefined = a.isDefined() && b.isDefined();
        holds(bothDefined ? isNear(a.orNaN(), b.orNaN()) : a.equals(b), "expected " + a + " but got " + b);
    }

    void holds(boolean condition, String found) {
        if (!condition) {
            throw new AssertionError(message(found));
        }
    }

    Value value(P predictions) {
        try {
            return metric.value(predictions);
        } catch (RuntimeException e) {
            throw new AssertionError(message("value threw " + e), e);
        }
    }

    double[] influence(SmoothMetric<P> smooth, P predictions) {
        try {
            return smooth.influence(predictions);
        } catch (RuntimeException e) {
            throw new AssertionError(message("influence threw " + e), e);
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

    private boolean isNear(double a, double b) {
        return a == b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
    }

    private String message(String found) {
        return metric.name() + ": " + law + ": " + found;
    }
}
