package io.github.tiercel.metrics.interval;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Quantiles and tail probabilities of the distributions that intervals need, at an accuracy that never shows in them.
 *
 * @since 0.1
 */
public final class Quantiles {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1, 1e-15);
    private static final double ACCURACY = 1e-14;

    /** From here on the t distribution is normal to more digits than a standard error has. */
    private static final double NORMAL_FROM = 1e7;

    private Quantiles() {}

    /**
     * {@return the standard normal quantile; infinite at 0 and 1}
     *
     * @param probability in [0, 1]
     */
    public static double normal(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    /**
     * {@return the quantile of Student's t}
     *
     * @param probability in (0, 1)
     * @param degreesOfFreedom above 0, possibly infinite
     */
    public static double student(double probability, double degreesOfFreedom) {
        return degreesOfFreedom >= NORMAL_FROM
                ? normal(probability)
                : new TDistribution(null, degreesOfFreedom, ACCURACY).inverseCumulativeProbability(probability);
    }

    /**
     * {@return the two-sided p-value of a t statistic}
     *
     * @param statistic any number
     * @param degreesOfFreedom above 0, possibly infinite
     */
    public static double twoSided(double statistic, double degreesOfFreedom) {
        double tail = degreesOfFreedom >= NORMAL_FROM
                ? NORMAL.cumulativeProbability(-Math.abs(statistic))
                : new TDistribution(null, degreesOfFreedom, ACCURACY).cumulativeProbability(-Math.abs(statistic));
        return Math.min(1, 2 * tail);
    }

    static double beta(double probability, double a, double b) {
        return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(probability);
    }

    /**
     * {@return the standard normal density}
     *
     * @param x any number
     */
    public static double normalDensity(double x) {
        return NORMAL.density(x);
    }

    /**
     * {@return the standard normal probability of a value at most x}
     *
     * @param x any number
     */
    public static double normalProbability(double x) {
        return NORMAL.cumulativeProbability(x);
    }
}
