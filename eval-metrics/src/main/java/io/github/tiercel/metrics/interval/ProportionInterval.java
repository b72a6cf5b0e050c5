package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Interval;

/**
 * Intervals for a share of independent rows.
 *
 * <p>Immutable functions, safe for use by several threads.
 *
 * <pre>{@code
 * Interval interval = ProportionInterval.WILSON.of(15, 148, 0.95);   // [0.0624, 0.1605]
 * }</pre>
 *
 * @since 0.1
 */
public enum ProportionInterval {
    /**
     * Wilson's score interval: close to its level on average, also for shares near 0 and 1. Source: E. B. Wilson, JASA
     * 22 (1927), doi:10.1080/01621459.1927.10502953.
     */
    WILSON("wilson") {
        @Override
        double[] ends(double successes, double trials, double level) {
            double z = Quantiles.normal((1 + level) / 2);
            double share = successes / trials;
            double middle = share + z * z / (2 * trials);
            double margin = z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
            double scale = 1 + z * z / trials;
            // The ends are exact where rounding would leave a speck: no success, or nothing else.
            return new double[] {
                successes == 0 ? 0 : (middle - margin) / scale, successes == trials ? 1 : (middle + margin) / scale
            };
        }
    },
    /**
     * The exact interval of Clopper and Pearson: never covers less than its level, so gates use it. Source: C. J.
     * Clopper, E. S. Pearson, Biometrika 26 (1934), doi:10.1093/biomet/26.4.404.
     */
    CLOPPER_PEARSON("clopper-pearson") {
        @Override
        double[] ends(double successes, double trials, double level) {
            double tail = (1 - level) / 2;
            return new double[] {
                successes == 0 ? 0 : Quantiles.beta(tail, successes, trials - successes + 1),
                successes == trials ? 1 : Quantiles.beta(1 - tail, successes + 1, trials - successes)
            };
        }
    },
    /**
     * The equal-tailed interval of the posterior under Jeffreys' prior, Beta(1/2, 1/2): as close to its level on
     * average as Wilson's, and a little narrower near 0 and 1. Source: L. D. Brown, T. T. Cai, A. DasGupta, Statistical
     * Science 16 (2001), doi:10.1214/ss/1009213286.
     */
    JEFFREYS("jeffreys") {
        @Override
        double[] ends(double successes, double trials, double level) {
            double tail = (1 - level) / 2;
            double a = successes + 0.5;
            double b = trials - successes + 0.5;
            return new double[] {
                successes == 0 ? 0 : Quantiles.beta(tail, a, b),
                successes == trials ? 1 : Quantiles.beta(1 - tail, a, b)
            };
        }
    },
    /**
     * The normal interval after z²/2 successes and as many failures were added, cut at 0 and 1: never narrower than
     * Wilson's; at a low level it need not hold the share itself. Source: A. Agresti, B. A. Coull, The American
     * Statistician 52 (1998), doi:10.1080/00031305.1998.10480550.
     */
    AGRESTI_COULL("agresti-coull") {
        @Override
        double[] ends(double successes, double trials, double level) {
            double z = Quantiles.normal((1 + level) / 2);
            double more = trials + z * z;
            double share = (successes + z * z / 2) / more;
            double margin = z * Math.sqrt(share * (1 - share) / more);
            return new double[] {share - margin, share + margin};
        }
    };

    private final String method;

    ProportionInterval(String method) {
        this.method = method;
    }

    /** What intervals of this kind are called. */
    String method() {
        return method;
    }

    abstract double[] ends(double successes, double trials, double level);

    /**
     * {@return the interval}
     *
     * @param successes how many rows count, in [0, trials]
     * @param trials how many rows there are, above 0; need not be whole, as an effective number of rows is not
     * @param level the confidence level in (0, 1)
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Interval of(double successes, double trials, double level) {
        if (!(trials > 0 && successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(
                    "successes must be in [0, trials] and trials above 0, got " + successes + " of " + trials);
        }
        double[] ends = ends(successes, trials, level);
        return new Interval(Math.max(0, ends[0]), Math.min(1, ends[1]), level, method);
    }
}
