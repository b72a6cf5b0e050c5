package io.github.tiercel.metrics;

/**
 * A two-sided interval.
 *
 * @param lower the lower end, possibly negative infinity
 * @param upper the upper end, at least {@code lower}, possibly positive infinity
 * @param level the confidence level in (0, 1); each side is missed with probability {@code (1 - level) / 2}
 * @param method how it was made, for example {@code "delong-logit-t"}
 * @since 0.1
 */
public record Interval(double lower, double upper, double level, String method) {

    /**
     * Checks the ends and the level.
     *
     * @throws IllegalArgumentException if an end is NaN, {@code lower > upper}, or the level is not in (0, 1)
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must not be above upper, got " + lower + " and " + upper);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }

    /** {@return the distance between the ends} */
    public double width() {
        return upper - lower;
    }

    /**
     * {@return whether the value lies between the ends, ends included}
     *
     * @param value any number; false for NaN
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
