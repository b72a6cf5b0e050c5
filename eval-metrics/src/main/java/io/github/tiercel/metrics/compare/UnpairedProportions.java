package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.ProportionInterval;

/**
 * The difference of two shares of independent rows: two models on different rows, or one model on two slices.
 *
 * <p>With shares {@code p}, {@code q} and their Wilson intervals {@code [l, u]}, {@code [m, v]}, Newcombe's interval is
 * {@code p - q - sqrt((p-l)² + (v-q)²)} to {@code p - q + sqrt((u-p)² + (q-m)²)}: within [-1, 1], of a width above 0
 * even where both shares are 0 or 1. Rows that two models share are paired: {@link PairedComparison} is narrower. Holds
 * no state: safe for use by several threads.
 *
 * <pre>{@code
 * Interval difference = UnpairedProportions.newcombe(56, 70, 48, 80, 0.95); // [0.0524, 0.3339]
 * }</pre>
 *
 * <p>Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
 *
 * @since 0.1
 */
public final class UnpairedProportions {

    private UnpairedProportions() {}

    /**
     * The interval of Newcombe for the first share less the second: the distances of the two Wilson intervals' ends
     * from their shares, squared, added and rooted.
     *
     * @param successes how many rows of the first share count, in [0, trials]
     * @param trials how many rows the first share is of, above 0
     * @param otherSuccesses how many rows of the second share count
     * @param otherTrials how many rows the second share is of
     * @param level the confidence level in (0, 1)
     * @return the interval
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Interval newcombe(
            double successes, double trials, double otherSuccesses, double otherTrials, double level) {
        Interval first = ProportionInterval.WILSON.of(successes, trials, level);
        Interval second = ProportionInterval.WILSON.of(otherSuccesses, otherTrials, level);
        double share = successes / trials;
        double other = otherSuccesses / otherTrials;
        double below = Math.hypot(share - first.lower(), second.upper() - other);
        double above = Math.hypot(first.upper() - share, other - second.lower());
        return new Interval(share - other - below, share - other + above, level, "newcombe");
    }
}
