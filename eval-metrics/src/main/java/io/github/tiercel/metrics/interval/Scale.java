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
 *
 * <p>Immutable functions, safe for use by several threads.
 *
 * <pre>{@code
 * double logit = Scale.of(BinaryMetrics.ROC_AUC).to(0.9, Range.UNIT);   // 2.197
 * }</pre>
 *
 * @since 0.1
 */
public enum Scale {
    /** No change: means, and metrics without bounds or without a better end. */
    IDENTITY("") {
        @Override
        public double to(double value, Range range) {
            return value;
        }

        @Override
        public double from(double place, Range range) {
            return place;
        }

        @Override
        public double slope(double value, Range range) {
            return 1;
        }
    },
    /** {@code ln((x - a) / (b - x))}: shares and areas in [0, 1], and whatever else has two ends a and b. */
    LOGIT("logit") {
        @Override
        public double to(double value, Range range) {
            return StrictMath.log((value - range.lower()) / (range.upper() - value));
        }

        @Override
        public double from(double place, Range range) {
            return range.lower() + width(range) / (1 + StrictMath.exp(-place));
        }

        @Override
        public double slope(double value, Range range) {
            return width(range) / ((value - range.lower()) * (range.upper() - value));
        }
    },
    /** Fisher's z, the inverse hyperbolic tangent: correlations in [-1, 1]. */
    FISHER("fisher") {
        @Override
        public double to(double value, Range range) {
            return StrictMath.log((1 + value) / (1 - value)) / 2;
        }

        @Override
        public double from(double place, Range range) {
            return StrictMath.tanh(place);
        }

        @Override
        public double slope(double value, Range range) {
            return 1 / ((1 - value) * (1 + value));
        }
    },
    /** {@code ln(x - a)}: errors that have a lower end a only. */
    LOG("log") {
        @Override
        public double to(double value, Range range) {
            return StrictMath.log(value - range.lower());
        }

        @Override
        public double from(double place, Range range) {
            return range.lower() + StrictMath.exp(place);
        }

        @Override
        public double slope(double value, Range range) {
            return 1 / (value - range.lower());
        }
    },
    /** {@code -ln(b - x)}: what has an upper end b only, as the explained share of a variance has 1. */
    LOG_BELOW("log-below") {
        @Override
        public double to(double value, Range range) {
            return -StrictMath.log(range.upper() - value);
        }

        @Override
        public double from(double place, Range range) {
            return range.upper() - StrictMath.exp(-place);
        }

        @Override
        public double slope(double value, Range range) {
            return 1 / (range.upper() - value);
        }
    };

    private final String label;

    Scale(String label) {
        this.label = label;
    }

    /**
     * {@return the value on this scale; infinite at an end of the range that the scale ends at}
     *
     * @param value a value in the range
     * @param range the range of the metric
     */
    public abstract double to(double value, Range range);

    /**
     * {@return the value that has this place on the scale}
     *
     * @param place any number
     * @param range the range of the metric
     */
    public abstract double from(double place, Range range);

    /**
     * {@return the derivative of {@link #to}: how a standard error grows on this scale}
     *
     * @param value a value in the range
     * @param range the range of the metric
     */
    public abstract double slope(double value, Range range);

    /**
     * {@return the scale of a metric: none for means and where neither end is better, else by the ends of its range}
     *
     * @param metric any metric
     */
    public static Scale of(Metric<?> metric) {
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

    /**
     * {@return the interval {@code from(to(value) -/+ t se slope)}, kept inside the range}
     *
     * @param value a value in the range, not at an end that the scale ends at
     * @param variance its variance; t quantiles are taken at its degrees of freedom
     * @param level the confidence level in (0, 1)
     * @param range the range of the metric
     * @param method what the interval is called
     */
    public Interval interval(double value, Variance variance, double level, Range range, String method) {
        double t = Quantiles.student((1 + level) / 2, variance.degreesOfFreedom());
        double margin = t * variance.standardError() * slope(value, range);
        double lower = range.clamp(from(to(value, range) - margin, range));
        double upper = range.clamp(from(to(value, range) + margin, range));
        return new Interval(lower, upper, level, method);
    }

    /**
     * {@return what an interval on this scale is called: {@code influence-logit-t}}
     *
     * @param error where its standard error comes from
     * @param quantile whose quantiles it takes
     */
    public String method(String error, String quantile) {
        return error + "-" + (label.isEmpty() ? "" : label + "-") + quantile;
    }

    private static double width(Range range) {
        return range.upper() - range.lower();
    }
}
