package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.RowMeanMetric;

/**
 * The scale on which an estimate is roughly normal. An interval is made there and mapped back, so that it stays inside
 * the metric's range and leans away from the nearer end.
 */
enum Scale {
    /** No change: means, and metrics without bounds. */
    IDENTITY("t") {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double from(double value) {
            return value;
        }

        @Override
        double slope(double value) {
            return 1;
        }
    },
    /** {@code ln(x / (1 - x))}: shares and areas in [0, 1]. */
    LOGIT("logit-t") {
        @Override
        double to(double value) {
            return Math.log(value / (1 - value));
        }

        @Override
        double from(double value) {
            return 1 / (1 + Math.exp(-value));
        }

        @Override
        double slope(double value) {
            return 1 / (value * (1 - value));
        }
    },
    /** Fisher's z, the inverse hyperbolic tangent: correlations in [-1, 1]. */
    FISHER("fisher-t") {
        @Override
        double to(double value) {
            return Math.log((1 + value) / (1 - value)) / 2;
        }

        @Override
        double from(double value) {
            return Math.tanh(value);
        }

        @Override
        double slope(double value) {
            return 1 / ((1 - value) * (1 + value));
        }
    };

    private final String label;

    Scale(String label) {
        this.label = label;
    }

    abstract double to(double value);

    abstract double from(double value);

    /** The derivative of {@link #to}: how a standard error grows on this scale. */
    abstract double slope(double value);

    static Scale of(Metric<?> metric) {
        // A mean over rows is normal by itself, however its range is bounded.
        if (metric instanceof RowMeanMetric) {
            return IDENTITY;
        }
        if (metric.range().equals(Range.UNIT)) {
            return LOGIT;
        }
        return metric.range().equals(Range.CORRELATION) ? FISHER : IDENTITY;
    }

    /** The interval {@code from(to(value) -+ t se slope)}, kept inside the range. */
    Interval interval(double value, Variance variance, double level, Range range, String method) {
        double t = Quantiles.student((1 + level) / 2, variance.degreesOfFreedom());
        double margin = t * variance.standardError() * slope(value);
        double lower = range.clamp(from(to(value) - margin));
        double upper = range.clamp(from(to(value) + margin));
        return new Interval(lower, upper, level, method + "-" + label);
    }
}
