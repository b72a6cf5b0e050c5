package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ShareMetric;

/**
 * The scale on which an estimate is roughly normal. An interval is made there and mapped back, so that it stays inside
 * the metric's range and leans away from the nearer end.
 */
enum Scale {
    /** No change: means, and metrics without bounds or without a better end. */
    IDENTITY("t") {
        @Override
        double to(double value, Range range) {
            return value;
        }

        @Override
        double from(double value, Range range) {
            return value;
        }

        @Override
        double slope(double value, Range range) {
            return 1;
        }
    },
    /** {@code ln((x - a) / (b - x))}: shares and areas in [0, 1], and whatever else has two ends a and b. */
    LOGIT("logit-t") {
        @Override
        double to(double value, Range range) {
            return Math.log((value - range.lower()) / (range.upper() - value));
        }

        @Override
        double from(double value, Range range) {
            return range.lower() + width(range) / (1 + Math.exp(-value));
        }

        @Override
        double slope(double value, Range range) {
            return width(range) / ((value - range.lower()) * (range.upper() - value));
        }
    },
    /** Fisher's z, the inverse hyperbolic tangent: correlations in [-1, 1]. */
    FISHER("fisher-t") {
        @Override
        double to(double value, Range range) {
            return Math.log((1 + value) / (1 - value)) / 2;
        }

        @Override
        double from(double value, Range range) {
            return Math.tanh(value);
        }

        @Override
        double slope(double value, Range range) {
            return 1 / ((1 - value) * (1 + value));
        }
    },
    /** {@code ln(x - a)}: errors that have a lower end a only. */
    LOG("log-t") {
        @Override
        double to(double value, Range range) {
            return Math.log(value - range.lower());
        }

        @Override
        double from(double value, Range range) {
            return range.lower() + Math.exp(value);
        }

        @Override
        double slope(double value, Range range) {
            return 1 / (value - range.lower());
        }
    },
    /** {@code -ln(b - x)}: what has an upper end b only, as the explained share of a variance has 1. */
    LOG_BELOW("log-below-t") {
        @Override
        double to(double value, Range range) {
            return -Math.log(range.upper() - value);
        }

        @Override
        double from(double value, Range range) {
            return range.upper() - Math.exp(-value);
        }

        @Override
        double slope(double value, Range range) {
            return 1 / (range.upper() - value);
        }
    };

    private final String label;

    Scale(String label) {
        this.label = label;
    }

    abstract double to(double value, Range range);

    abstract double from(double value, Range range);

    /** The derivative of {@link #to}: how a standard error grows on this scale. */
    abstract double slope(double value, Range range);

    static Scale of(Metric<?> metric) {
        // A mean is normal by itself, however its range is bounded; a mean of yes and no leans like any share.
        boolean plainMean = metric instanceof MeanMetric && !(metric instanceof ShareMetric);
        return plainMean || metric.direction() == Direction.NEITHER ? IDENTITY : of(metric.range());
    }

    private static Scale of(Range range) {
        if (range.equals(Range.CORRELATION)) {
            return FISHER;
        }
        boolean below = Double.isFinite(range.lower());
        boolean above = Double.isFinite(range.upper());
        if (below && above) {
            return LOGIT;
        }
        if (below) {
            return LOG;
        }
        return above ? LOG_BELOW : IDENTITY;
    }

    /** The interval {@code from(to(value) -+ t se slope)}, kept inside the range. */
    Interval interval(double value, Variance variance, double level, Range range, String method) {
        double t = Quantiles.student((1 + level) / 2, variance.degreesOfFreedom());
        double margin = t * variance.standardError() * slope(value, range);
        double lower = range.clamp(from(to(value, range) - margin, range));
        double upper = range.clamp(from(to(value, range) + margin, range));
        return new Interval(lower, upper, level, method + "-" + label);
    }

    private static double width(Range range) {
        return range.upper() - range.lower();
    }
}
