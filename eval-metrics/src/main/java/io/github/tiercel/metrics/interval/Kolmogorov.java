package io.github.tiercel.metrics.interval;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * How far the observed share of rows above a threshold is from the true share at worst, over all thresholds at once:
 * quantiles of the two-sided Kolmogorov statistic.
 *
 * <p>Sources: P. Massart, Annals of Probability 18 (1990), doi:10.1214/aop/1176990746, for {@link #dkw}; G. Marsaglia,
 * W. W. Tsang, J. Wang, Journal of Statistical Software 8 (2003), doi:10.18637/jss.v008.i18, for {@link #exact} up to
 * 140 rows, and W. Pelz, I. J. Good, JRSS B 38 (1976), above.
 */
final class Kolmogorov {

    /** From here on both quantiles agree to 0.04 %. */
    private static final int LARGE = 100_000;

    /** Below this level, which no band asks for, the series for more than 140 rows loses its digits. */
    private static final double LEAST_LEVEL = 0.5;

    /** The statistic times the root of rows has a probability of at most 0.25 here, whatever the number of rows. */
    private static final double BELOW = 0.6;

    private static final int EVALUATIONS = 200;
    private static final double ACCURACY = 1e-12;

    private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

    private Kolmogorov() {}

    /** The bound of Dvoretzky, Kiefer and Wolfowitz with Massart's constant, {@code sqrt(ln(2 / (1 - level)) / 2n)}. */
    static double dkw(double rows, double level) {
        return Math.min(1, Math.sqrt(StrictMath.log(2 / (1 - level)) / (2 * rows)));
    }

    /**
     * The quantile itself, at the whole number of rows below; the bound for very many rows or a level below one half; 1
     * for less than one row.
     */
    static double exact(double rows, double level) {
        if (rows >= LARGE || level < LEAST_LEVEL) {
            return dkw(rows, level);
        }
        int whole = (int) rows;
        return whole < 1 ? 1 : solve(whole, level);
    }

    private static double solve(int rows, double level) {
        double lower = BELOW / Math.sqrt(rows);
        double upper = dkw(rows, level);
        // The quantile lies about 1 / 6n below the bound, so few evaluations of this costly function are needed.
        double start = Math.max((lower + upper) / 2, upper - 1.0 / (6 * rows));
        return new BrentSolver(ACCURACY, ACCURACY)
                .solve(EVALUATIONS, distance -> TEST.cdf(distance, rows) - level, lower, upper, start);
    }
}
