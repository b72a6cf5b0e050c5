package io.github.tiercel.metrics.calibration;

/**
 * A number of bins and how they divide probabilities. Bins without rows are left out of everything.
 *
 * @param rule how bins divide probabilities
 * @param bins how many bins there are at most, in [1, 10000]
 * @since 0.1
 */
public record Binning(BinRule rule, int bins) {

    /** The number of bins unless another one is named. */
    public static final int DEFAULT_BINS = 15;

    private static final int MOST_BINS = 10_000;

    /**
     * Checks the number of bins.
     *
     * @throws IllegalArgumentException if {@code bins} is not in [1, 10000]
     */
    public Binning {
        if (!(bins >= 1 && bins <= MOST_BINS)) {
            throw new IllegalArgumentException("bins must be in [1, " + MOST_BINS + "], got " + bins);
        }
    }

    /**
     * {@return bins of about equal weight, which never part rows of one score}
     *
     * @param bins how many at most, in [1, 10000]
     */
    public static Binning equalMass(int bins) {
        return new Binning(BinRule.EQUAL_MASS, bins);
    }

    /**
     * {@return bins of equal width}
     *
     * @param bins how many at most, in [1, 10000]
     */
    public static Binning equalWidth(int bins) {
        return new Binning(BinRule.EQUAL_WIDTH, bins);
    }

    /** The bin of a probability, from 0. */
    int bin(double probability, double shareBelow) {
        return rule.bin(probability, shareBelow, bins);
    }

    /** The name of a metric over these bins: its rule unless that is equal mass, its number unless that is 15. */
    String name(String metric) {
        return metric + rule.suffix() + (bins == DEFAULT_BINS ? "" : "_" + bins);
    }
}
