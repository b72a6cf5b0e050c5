package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;

/**
 * Whether a candidate is worse than a baseline by less than a margin, from the difference of a metric and its standard
 * error.
 *
 * <p>The gain is the difference turned so that positive is better. The candidate passes if the lower bound of the gain,
 * {@code gain - t se} at one-sided level 1 - alpha, is above -margin; it fails if the upper bound is below -margin;
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
 * @param standardError the standard error of the gain; 0 if it is known for sure
 * @param degreesOfFreedom of the t distribution, above 0; infinite for the normal
 * @param margin how much worse is still as good, at least 0
 * @param alpha the one-sided error probability in (0, 0.5)
 * @since 0.1
 */
public record NonInferiority(double gain, double standardError, double degreesOfFreedom, double margin, double alpha) {

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
        if (!(standardError >= 0 && margin >= 0 && Double.isFinite(gain))) {
            throw new IllegalArgumentException("gain must be finite, standardError and margin at least 0, got " + gain
                    + ", " + standardError + " and " + margin);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degreesOfFreedom must be above 0, got " + degreesOfFreedom);
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5), got " + alpha);
        }
    }

    /**
     * The test of a gain whose error is normal.
     *
     * @param gain candidate minus baseline, positive being better
     * @param standardError the standard error of the gain; 0 if it is known for sure
     * @param margin how much worse is still as good, at least 0
     * @param alpha the one-sided error probability in (0, 0.5)
     */
    public NonInferiority(double gain, double standardError, double margin, double alpha) {
        this(gain, standardError, Double.POSITIVE_INFINITY, margin, alpha);
    }

    /**
     * {@return the test of a difference, with the degrees of freedom of its interval}
     *
     * <p>Tango's interval and that of a bootstrap are not of the form {@code difference -/+ t se}, and a standard error
     * of 0 says there that the models did not differ, not that they never do. The distance of the interval's farther
     * end over the normal quantile of its level stands in for the standard error where it is larger. So at alpha = (1 -
     * level) / 2 nothing is decided that the interval leaves open; at another alpha the bounds are as good as that
     * interval is normal. Models with equal scores ({@code identical}) are not inferior by any margin above 0.
     *
     * @param difference a difference with a standard error, of a metric that has a better end
     * @param margin how much worse is still as good, at least 0, in the metric's unit
     * @param alpha the one-sided error probability in (0, 0.5)
     * @throws IllegalArgumentException if the metric is best between its ends, or the difference has no value, no
     *     standard error, or no spread though the models are not identical
     */
    public static NonInferiority of(Difference difference, double margin, double alpha) {
        if (difference.direction() == Direction.NEITHER) {
            throw new IllegalArgumentException(
                    difference.metric() + " is best between its ends, so that no model is worse by a margin");
        }
        double error = error(difference);
        if (error == 0 && !difference.isIdentical()) {
            throw new IllegalArgumentException(
                    "a difference of " + difference.metric() + " without spread on these rows says nothing of others");
        }
        return new NonInferiority(
                difference.direction().gain(difference.value().orNaN()),
                error,
                difference.degreesOfFreedom(),
                margin,
                alpha);
    }

    private static double error(Difference difference) {
        double own = difference.standardError().orElse(Double.NaN);
        if (difference.interval().isEmpty()) {
            return own;
        }
        Interval interval = difference.interval().get();
        double value = difference.value().orNaN();
        double farther = Math.max(value - interval.lower(), interval.upper() - value);
        return Math.max(own, farther / Quantiles.student((1 + interval.level()) / 2, difference.degreesOfFreedom()));
    }

    /** {@return the lower bound of the gain} */
    public double lowerBound() {
        return gain - Quantiles.student(1 - alpha, degreesOfFreedom) * standardError;
    }

    /** {@return the upper bound of the gain} */
    public double upperBound() {
        return gain + Quantiles.student(1 - alpha, degreesOfFreedom) * standardError;
    }

    /** {@return how many standard errors the gain is above -margin; without an error infinite, or 0 at -margin} */
    public double statistic() {
        double distance = gain + margin;
        return distance == 0 ? 0 : distance / standardError;
    }

    /**
     * {@return the one-sided p-value of "worse by the margin or more"; without an error 0, or 1 at -margin and below}
     */
    public double pValue() {
        if (standardError == 0) {
            return gain + margin > 0 ? 0 : 1;
        }
        double tail = Quantiles.twoSided(statistic(), degreesOfFreedom) / 2;
        return statistic() > 0 ? tail : 1 - tail;
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
     * <p>Its quantiles are normal, as of so many rows that t is.
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
