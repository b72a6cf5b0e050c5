package io.github.tiercel.metrics.interval;

import java.util.OptionalLong;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Between which of n sorted values the quantile of the distribution lies that they were drawn from, whatever the
 * distribution: the number of values at most as large as the quantile at q is binomial, Bin(n, q).
 *
 * <p>Each end is a one-sided bound, missed with a probability of at most {@code alpha}; at most, because ranks are
 * whole numbers. The upper end is the same statement as the binomial tail test: a limit is kept, "the quantile is at
 * most L", if so few of the values lie above L that no more would with a probability of {@code alpha} or less, were the
 * quantile above L. That few are {@link #mostAbove}, and then the value at {@link #upper} is at most L.
 *
 * <p>Values must be independent and from one distribution. O(log n) evaluations of the incomplete beta function.
 *
 * <p>Source: H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition (2003), section 7.1.
 *
 * <pre>{@code
 * QuantileRanks p99 = new QuantileRanks(0.99, 0.025);
 * p99.upper(1000);       // 997: the value of that rank, from 1, is above the 99th percentile, 97.5 % of the time
 * p99.valuesNeeded(0);   // 368: with fewer, not even the largest is
 * }</pre>
 *
 * @param q which quantile, in (0, 1)
 * @param alpha how often a bound may be missed, in (0, 0.5)
 * @since 0.1
 */
public record QuantileRanks(double q, double alpha) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if {@code q} is not in (0, 1), or {@code alpha} not in (0, 0.5)
     */
    public QuantileRanks {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("q must be in (0, 1), got " + q);
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5), got " + alpha);
        }
    }

    /**
     * {@return the rank, from 1, of the smallest value that bounds the quantile from above; empty if not even the
     * largest does}
     *
     * @param n how many values there are, from 0 to 2^31 - 1
     */
    public OptionalLong upper(long n) {
        long rank = n == 0 ? 1 : binomial(n).inverseCumulativeProbability(1 - alpha) + 1L;
        return rank > n ? OptionalLong.empty() : OptionalLong.of(rank);
    }

    /**
     * {@return the rank, from 1, of the largest value that bounds the quantile from below; empty if not even the
     * smallest does}
     *
     * @param n how many values there are, from 0 to 2^31 - 1
     */
    public OptionalLong lower(long n) {
        long rank = n == 0 ? 0 : binomial(n).inverseCumulativeProbability(alpha);
        return rank < 1 ? OptionalLong.empty() : OptionalLong.of(rank);
    }

    /**
     * {@return how many of the values may lie above a limit that the quantile is still known to keep; empty if there
     * are too few values to know it}
     *
     * @param n how many values there are, from 0 to 2^31 - 1
     */
    public OptionalLong mostAbove(long n) {
        OptionalLong rank = upper(n);
        return rank.isPresent() ? OptionalLong.of(n - rank.getAsLong()) : rank;
    }

    /**
     * {@return the fewest values by which the quantile can be known to keep a limit, some of them above it}
     *
     * @param above how many of the values lie above the limit, at least 0
     */
    public long valuesNeeded(long above) {
        long tooFew = above;
        long enough = above + 1;
        while (!isEnough(enough, above)) {
            tooFew = enough;
            enough *= 2;
        }
        while (enough - tooFew > 1) {
            long middle = (tooFew + enough) / 2;
            if (isEnough(middle, above)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean isEnough(long n, long above) {
        return mostAbove(n).orElse(-1) >= above;
    }

    private BinomialDistribution binomial(long n) {
        return new BinomialDistribution(null, Math.toIntExact(n), q);
    }
}
