package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.interval.Quantiles;

/**
 * Whether a candidate is worse than a baseline by less than a margin, from the difference of a metric and its standard
 * error.
 *
 * <p>The gain is the difference turned so that positive is better. The candidate passes if the lower bound of the gain,
 * {@code gain - z se} at one-sided level 1 - alpha, is above -margin; it fails if the upper bound is below -margin;
 * else nobody knows yet. The p-value is that of "worse by the margin or more".
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * var test = new NonInferiority(-0.002, 0.001, 0.005, 0.025);
 * test.verdict();      // NOT_INFERIOR
 * test.lowerBound();   // -0.00396
 * }</pre>
 *
 * <p>Source: G. Piaggio et al., JAMA 308 (2012), doi:10.1001/jama.2012.87802.
 *
 * @param gain candidate minus baseline, positive being better
 * @param standardError the standard error of the gain, above 0
 * @param margin how much worse is still as good, at least 0
 * @param alpha the one-sided error probability in (0, 0.5)
 * @since 0.1
 */
public record NonInferiority(double gain, double standardError, double margin, double alpha) {

    /** The probability of deciding that {@link #rowsNeeded} aims at. */
    private static final double POWER = 0.8;

    /**
     * What the rows say.
     *
     * @since 0.1
     */
    public enum Verdict {
        /** Better: the lower bound of the gain is above 0. */
        SUPERIOR,
        /** Not worse by the margin: the lower bound is above -margin. */
        NOT_INFERIOR,
        /** Worse by more than the margin: the upper bound is below -margin. */
        INFERIOR,
        /** Too few rows to say. */
        INCONCLUSIVE
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public NonInferiority {
        if (!(standardError > 0 && margin >= 0 && Double.isFinite(gain))) {
            throw new IllegalArgumentException("gain must be finite, standardError above 0 and margin at least 0, got "
                    + gain + ", " + standardError + " and " + margin);
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5), got " + alpha);
        }
    }

    /**
     * {@return the test of a difference}
     *
     * @param difference a difference with a standard error, of a metric that has a better end
     * @param margin how much worse is still as good, at least 0, in the metric's unit
     * @param alpha the one-sided error probability in (0, 0.5)
     * @throws IllegalArgumentException if the difference has no value or no standard error
     */
    public static NonInferiority of(Difference difference, double margin, double alpha) {
        return new NonInferiority(
                difference.direction().gain(difference.value().orNaN()),
                difference.standardError().orElse(Double.NaN),
                margin,
                alpha);
    }

    /** {@return the lower bound of the gain} */
    public double lowerBound() {
        return gain - Quantiles.normal(1 - alpha) * standardError;
    }

    /** {@return the upper bound of the gain} */
    public double upperBound() {
        return gain + Quantiles.normal(1 - alpha) * standardError;
    }

    /** {@return how many standard errors the gain is above -margin} */
    public double statistic() {
        return (gain + margin) / standardError;
    }

    /** {@return the one-sided p-value of "worse by the margin or more"} */
    public double pValue() {
        return Quantiles.normalProbability(-statistic());
    }

    /** {@return what the rows say} */
    public Verdict verdict() {
        if (lowerBound() > -margin) {
            return lowerBound() > 0 ? Verdict.SUPERIOR : Verdict.NOT_INFERIOR;
        }
        return upperBound() < -margin ? Verdict.INFERIOR : Verdict.INCONCLUSIVE;
    }

    /**
     * {@return how many rows would pass with probability 0.8 if the gain is what it is now: {@code n (z_{1-alpha} +
     * z_0.8)² se² / (gain + margin)²}, rounded up; infinite at or below -margin, where more rows cannot help}
     *
     * @param rows how many rows, clusters or queries the standard error rests on
     */
    public double rowsNeeded(double rows) {
        double z = Quantiles.normal(1 - alpha) + Quantiles.normal(POWER);
        double distance = gain + margin;
        return distance > 0
                ? Math.ceil(rows * z * z * standardError * standardError / (distance * distance))
                : Double.POSITIVE_INFINITY;
    }
}
