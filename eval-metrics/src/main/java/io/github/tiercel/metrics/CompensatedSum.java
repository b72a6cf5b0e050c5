package io.github.tiercel.metrics;

/**
 * A sum of many doubles whose error does not grow with their number: the rounding error of each addition is carried
 * along and added at the end (Neumaier's variant of Kahan summation). Infinite terms give an infinite sum.
 *
 * <p>Not safe for use by several threads at once.
 *
 * <p>Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974),
 * doi:10.1002/zamm.19740540106.
 *
 * @since 0.1
 */
public final class CompensatedSum {

    private double sum;
    private double lost;

    /** Starts at zero. */
    public CompensatedSum() {}

    /**
     * {@return the sum of some terms, compensated}
     *
     * @param terms any numbers
     */
    public static double of(double[] terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }

    /**
     * Adds one term.
     *
     * @param term any number
     */
    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** {@return the sum of all terms so far} */
    public double value() {
        return Double.isFinite(lost) ? sum + lost : sum;
    }
}
