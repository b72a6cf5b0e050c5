package io.github.tiercel.result;

/**
 * When a column counts as skewed. Significant and large are two questions: with few rows a large difference may be
 * chance, with a million rows a difference that nobody need care about is certain.
 *
 * @param alpha the chance, in (0, 1), that any column at all is called significant though none differs
 * @param psi from which population stability index on a difference is large, above 0
 * @param ks from which Kolmogorov-Smirnov distance on it is large, in (0, 1]
 * @param missing from which difference between the shares of missing values on it is large, in (0, 1]
 * @since 0.1
 */
public record SkewThresholds(double alpha, double psi, double ks, double missing) {

    /** 0.01 for significant; 0.2, 0.1 and one point for large. */
    public static final SkewThresholds DEFAULT = new SkewThresholds(0.01, 0.2, 0.1, 0.01);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public SkewThresholds {
        require(alpha > 0 && alpha < 1, "alpha must be in (0, 1)", alpha);
        require(psi > 0, "psi must be above 0", psi);
        require(ks > 0 && ks <= 1, "ks must be in (0, 1]", ks);
        require(missing > 0 && missing <= 1, "missing must be in (0, 1]", missing);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + value);
        }
    }
}
