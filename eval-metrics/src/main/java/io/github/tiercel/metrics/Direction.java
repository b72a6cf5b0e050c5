package io.github.tiercel.metrics;

/**
 * Which way a metric improves. It belongs to the metric and is never an argument of a caller, so that no gate and no
 * early stopping can be told the wrong way round.
 *
 * @since 0.1
 */
public enum Direction {
    /** Larger values are better, as for ROC-AUC or accuracy. */
    HIGHER_IS_BETTER(1),
    /** Smaller values are better, as for log-loss or the Brier score. */
    LOWER_IS_BETTER(-1),
    /**
     * Neither end is better, as for a calibration slope, whose ideal of 1 lies between. Limits bound such a metric from
     * both sides; no value of it counts as better than another one.
     */
    NEITHER(0);

    private static final int ROUNDING_ULPS = 4;

    /** Sums of fractional weights may miss a share that they reach in exact numbers by a few ulps. */
    private static final double FLOOR_ROUNDING = 1e-12;

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /**
     * {@return the difference as a gain: positive when it is an improvement, whatever the metric's direction; 0 for a
     * metric without one}
     *
     * @param difference candidate minus baseline, in the metric's own unit
     */
    public double gain(double difference) {
        return sign * difference;
    }

    /**
     * {@return whether {@code a} is strictly better than {@code b}; false if either is NaN}
     *
     * @param a a value of the metric
     * @param b another value of the same metric
     */
    public boolean isBetter(double a, double b) {
        return gain(a) > gain(b);
    }

    /**
     * {@return whether a is better than b by more than rounding: by more than 4 ulps of the largest number in the
     * range, or of the larger of the two where the range has no end}
     *
     * @param a a value of the metric; NaN is never better
     * @param b another value of the metric
     * @param range the values the metric can take
     */
    public boolean isBetter(double a, double b, Range range) {
        double largest = Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
        double scale = Double.isInfinite(largest) ? Math.max(Math.abs(a), Math.abs(b)) : largest;
        return gain(a) > gain(b) + ROUNDING_ULPS * Math.ulp(scale);
    }

    /**
     * {@return whether a value is at least as good as a floor, or misses it by rounding alone: by a relative 1e-12}
     *
     * @param value a value of the metric; NaN reaches nothing
     * @param floor the worst value that will do
     */
    public boolean reaches(double value, double floor) {
        return gain(value) >= gain(floor) - FLOOR_ROUNDING * Math.abs(floor);
    }
}
