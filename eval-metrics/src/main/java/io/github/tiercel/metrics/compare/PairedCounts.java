package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;

/**
 * How often both of two models were right on the same rows, one of them only, or none: all that a comparison of two
 * shares of these rows rests on. Rows on which the models agree say nothing of which is better.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * PairedCounts counts = new PairedCounts(794, 150, 86, 570);
 * double p = McNemar.MID_P.pValue(counts);   // 2.9e-5
 * Interval interval = counts.tango(0.95);    // [0.0214, 0.0590]
 * }</pre>
 *
 * @param both rows on which both models were right
 * @param onlyCandidate rows on which only the candidate was
 * @param onlyBaseline rows on which only the baseline was
 * @param neither rows on which none was
 * @since 0.1
 */
public record PairedCounts(long both, long onlyCandidate, long onlyBaseline, long neither) {

    /** The root is found to an accuracy that never shows in an interval. */
    private static final int HALVINGS = 60;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or all are 0
     */
    public PairedCounts {
        if (both < 0 || onlyCandidate < 0 || onlyBaseline < 0 || neither < 0) {
            throw new IllegalArgumentException("counts must be at least 0, got " + both + ", " + onlyCandidate + ", "
                    + onlyBaseline + " and " + neither);
        }
        if (both + onlyCandidate + onlyBaseline + neither == 0) {
            throw new IllegalArgumentException("counts must not all be 0");
        }
    }

    /** {@return the number of rows} */
    public long rows() {
        return both + onlyCandidate + onlyBaseline + neither;
    }

    /** {@return the number of rows on which one model was right and the other was not} */
    public long discordant() {
        return onlyCandidate + onlyBaseline;
    }

    /** {@return the difference of the two shares, candidate minus baseline} */
    public double difference() {
        return (double) (onlyCandidate - onlyBaseline) / rows();
    }

    /** {@return the standard error of the difference: {@code sqrt(b + c - (b - c)² / n) / n}; 0 if no row tells} */
    public double standardError() {
        double gap = (double) (onlyCandidate - onlyBaseline);
        return Math.sqrt(discordant() - gap * gap / rows()) / rows();
    }

    /**
     * {@return Tango's score interval for the difference: close to its level also for few rows that tell, and not
     * without width if none does}
     *
     * <p>It holds the differences d with {@code |b - c - n d| <= z sqrt(n (2 q + d (1 - d)))}, q being the most likely
     * share of rows on which only the baseline is right if the difference is d.
     *
     * <p>Source: T. Tango, Statistics in Medicine 17 (1998),
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B.
     *
     * @param level the confidence level in (0, 1)
     */
    public Interval tango(double level) {
        double z = Quantiles.normal((1 + level) / 2);
        double n = (double) rows();
        double b = (double) onlyCandidate;
        double c = (double) onlyBaseline;
        // One end is the other one of the models exchanged, to the last bit.
        return new Interval(-upperEnd(c, b, n, z), upperEnd(b, c, n, z), level, "tango");
    }

    /** By bisection between the difference and 1. */
    private static double upperEnd(double b, double c, double n, double z) {
        double inside = (b - c) / n;
        double outside = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (score(b, c, n, middle) >= -z) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }

    /** How many standard errors the counts are away from a difference. */
    private static double score(double b, double c, double n, double d) {
        double gap = b - c - n * d;
        double linear = -b - c + (2 * n - b + c) * d;
        double root = Math.sqrt(Math.max(0, linear * linear + 8 * n * c * d * (1 - d)));
        double q = (root - linear) / (4 * n);
        double variance = n * (2 * q + d * (1 - d));
        return gap == 0 ? 0 : gap / Math.sqrt(Math.max(0, variance));
    }
}
