package io.github.tiercel.metrics.calibration;

/**
 * How bins divide probabilities. Counted from 0 at the lowest probability, K being the number of bins.
 *
 * @since 0.1
 */
public enum BinRule {
    /**
     * Bins of about equal weight: bin {@code floor(K b)}, b being the share of weight at lower scores. All rows of one
     * score are in one bin, so a score of much weight may leave bins empty.
     */
    EQUAL_MASS("") {
        @Override
        int bin(double probability, double shareBelow, int bins) {
            return ofShare(shareBelow, bins);
        }
    },
    /**
     * Bins of equal width: bin {@code min(floor(K p), K - 1)}, so a bin holds its lower edge and the last one both. In
     * scikit-learn's {@code calibration_curve} a bin holds its upper edge instead.
     */
    EQUAL_WIDTH("_width") {
        @Override
        int bin(double probability, double shareBelow, int bins) {
            return (int) Math.min(Math.floor(probability * bins), bins - 1);
        }
    },
    /**
     * As equal mass, but row by row: rows of one score may be parted, the earlier ones in the table to the lower bin.
     * The result depends on the order of rows. For comparison with programs that do so, and for nothing else.
     */
    EQUAL_MASS_BY_ROW("_by_row") {
        @Override
        int bin(double probability, double shareBelow, int bins) {
            return ofShare(shareBelow, bins);
        }

        @Override
        boolean partsTies() {
            return true;
        }
    };

    /** A share this close below an edge lies on it: sums of fractional weights are off by less. */
    private static final double ROUNDING = 1e-9;

    private final String suffix;

    BinRule(String suffix) {
        this.suffix = suffix;
    }

    abstract int bin(double probability, double shareBelow, int bins);

    boolean partsTies() {
        return false;
    }

    String suffix() {
        return suffix;
    }

    private static int ofShare(double shareBelow, int bins) {
        return (int) Math.min(Math.floor(shareBelow * bins + ROUNDING), bins - 1);
    }
}
