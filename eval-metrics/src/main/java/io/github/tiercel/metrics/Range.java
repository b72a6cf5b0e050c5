package io.github.tiercel.metrics;

/**
 * The closed range of values a metric can take; an end may be infinite. Intervals use it to choose the scale on which a
 * metric is roughly normal, and never leave it.
 *
 * @param lower the smallest possible value, or negative infinity
 * @param upper the largest possible value, or positive infinity
 * @since 0.1
 */
public record Range(double lower, double upper) {

    /** Proportions and areas: [0, 1]. */
    public static final Range UNIT = new Range(0, 1);

    /** Correlation-like metrics: [-1, 1]. */
    public static final Range CORRELATION = new Range(-1, 1);

    /** Losses: [0, infinity). */
    public static final Range NON_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if {@code lower} is not below {@code upper}
     */
    public Range {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("lower must be below upper, got " + lower + " and " + upper);
        }
    }

    /**
     * {@return whether the value lies in this range; false for NaN}
     *
     * @param value any number
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /**
     * {@return how much of a value may be rounding: a share of its size, or of the farther end of this range where that
     * is finite, since a value of 0 has no size of its own}
     *
     * @param value a value of the metric
     * @param share how much of a number of size 1 may be rounding
     */
    public double rounding(double value, double share) {
        double widest = Math.max(Math.abs(lower), Math.abs(upper));
        return share * Math.max(Math.abs(value), Double.isInfinite(widest) ? 0 : widest);
    }

    /**
     * {@return the nearest value inside this range}
     *
     * @param value any number but NaN
     */
    public double clamp(double value) {
        return Math.max(lower, Math.min(upper, value));
    }
}
