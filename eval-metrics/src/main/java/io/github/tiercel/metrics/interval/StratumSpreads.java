package io.github.tiercel.metrics.interval;

/**
 * How far contributions to an error spread within the strata of a sample, and so what the variances would be in a
 * sample that takes other numbers of units of each stratum: {@code sum_h N_h² (1/n_h - 1/N_h) s_h²} around the value on
 * the whole set, {@code s_h} being the standard deviation of what one unit of the set contributes; for the world plus
 * the variance of the set itself, which no sample of it makes smaller.
 *
 * <p>Source: W. G. Cochran, Sampling Techniques (1977), 5.3.
 */
final class StratumSpreads {

    private final Design design;
    /** {@code N_h² s_h²} by stratum. */
    private final double[] spreads;

    /** Units that count by stratum. */
    private final double[] present;

    private final Variance world;

    private StratumSpreads(Design design, double[] spreads, double[] present, Variance world) {
        this.design = design;
        this.spreads = spreads;
        this.present = present;
        this.world = world;
    }

    /**
     * Takes sums over sampled units by stratum.
     *
     * @param sum the sum of contributions
     * @param squares the sum of their squares
     * @param present how many units count; taken over
     * @param world the variance of the whole set
     */
    static StratumSpreads of(Design design, double[] sum, double[] squares, double[] present, Variance world) {
        double[] spreads = new double[design.strata()];
        for (int h = 0; h < spreads.length; h++) {
            double sampled = design.sampled(h);
            double around = sampled < 2 ? 0 : Math.max(0, squares[h] - sum[h] * sum[h] / sampled);
            // A sampled unit contributes N_h/n_h times what a unit of the set does.
            spreads[h] = sampled < 2 ? 0 : sampled * sampled * around / (sampled - 1);
        }
        return new StratumSpreads(design, spreads, present, world);
    }

    /** The variance around the value on the whole set. */
    Variance fullSet(int[] sampled) {
        double value = 0;
        double spread = 0;
        for (int h = 0; h < spreads.length; h++) {
            if (spreads[h] > 0 && sampled[h] < design.population(h)) {
                double one = spreads[h] * (1.0 / sampled[h] - 1.0 / design.population(h));
                value += one;
                spread += StratumVariance.spread(one, present[h] * sampled[h] / design.sampled(h));
            }
        }
        return new Variance(value, spread == 0 ? Double.POSITIVE_INFINITY : value * value / spread);
    }

    /** The variance as an estimate of the world. */
    Variance population(int[] sampled) {
        return StratumVariance.combine(fullSet(sampled), world);
    }
}
