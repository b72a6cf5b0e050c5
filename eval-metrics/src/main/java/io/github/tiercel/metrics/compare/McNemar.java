package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.interval.Quantiles;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * McNemar's test of "both models are right equally often", from the rows on which one of two was right and the other
 * was not: b of them favour the candidate, c the baseline. Without such a row the p-value is 1.
 *
 * <p>Immutable functions, safe for use by several threads.
 *
 * <p>Source: Q. McNemar, Psychometrika 12 (1947), doi:10.1007/BF02295996; M. W. Fagerland et al., BMC Medical Research
 * Methodology 13 (2013), doi:10.1186/1471-2288-13-91, which recommends the mid-p form.
 *
 * @since 0.1
 */
public enum McNemar {
    /** {@code (b - c)² / (b + c)} against the chi-squared distribution with one degree of freedom. */
    CHI_SQUARED("mcnemar-chi-squared") {
        @Override
        double ofDiscordant(long b, long c) {
            return chiSquared(Math.abs(b - c), b + c);
        }
    },
    /** The same with {@code |b - c| - 1} in place of the difference, unless it is 0; conservative. */
    CONTINUITY_CORRECTED("mcnemar-corrected") {
        @Override
        double ofDiscordant(long b, long c) {
            return chiSquared(Math.max(0, Math.abs(b - c) - 1), b + c);
        }
    },
    /** Twice the binomial tail of the smaller count at 1/2: never rejects too often. */
    EXACT("mcnemar-exact") {
        @Override
        double ofDiscordant(long b, long c) {
            return Math.min(1, 2 * atHalf(b + c).cumulativeProbability(Math.toIntExact(Math.min(b, c))));
        }
    },
    /** The exact p-value less the probability of the observed count: close to its level on average. */
    MID_P("mcnemar-mid-p") {
        @Override
        double ofDiscordant(long b, long c) {
            int smaller = Math.toIntExact(Math.min(b, c));
            BinomialDistribution half = atHalf(b + c);
            // Probabilities are added, so that rounding makes none of them negative.
            return Math.min(1, 2 * half.cumulativeProbability(smaller - 1) + half.probability(smaller));
        }
    };

    private final String method;

    McNemar(String method) {
        this.method = method;
    }

    /** What p-values of this kind are called. */
    String method() {
        return method;
    }

    abstract double ofDiscordant(long b, long c);

    /**
     * {@return the two-sided p-value}
     *
     * @param counts how often both models, one or none was right
     */
    public double pValue(PairedCounts counts) {
        return counts.discordant() == 0 ? 1 : ofDiscordant(counts.onlyCandidate(), counts.onlyBaseline());
    }

    private static double chiSquared(long gap, long discordant) {
        return Quantiles.twoSided(gap / Math.sqrt((double) discordant), Double.POSITIVE_INFINITY);
    }

    private static BinomialDistribution atHalf(long trials) {
        return new BinomialDistribution(null, Math.toIntExact(trials), 0.5);
    }
}
