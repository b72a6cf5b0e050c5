package io.github.tiercel.metrics.interval;

/**
 * A variance with the degrees of freedom it was estimated with.
 *
 * @param value the variance of an estimate, in the square of its unit
 * @param degreesOfFreedom how many independent pieces it rests on; the t quantile is taken at this
 * @since 0.1
 */
public record Variance(double value, double degreesOfFreedom) {

    Variance withDegreesAtMost(double most) {
        return new Variance(value, Math.min(degreesOfFreedom, most));
    }

    /** {@return the standard error: the square root of the variance} */
    public double standardError() {
        return Math.sqrt(value);
    }
}
