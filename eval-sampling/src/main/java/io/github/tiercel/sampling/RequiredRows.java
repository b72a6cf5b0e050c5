package io.github.tiercel.sampling;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many rows a wanted half-width takes, before there is any data: from a guess of the value, or of the spread.
 *
 * <p>With z the normal quantile of the level and h the half-width:
 *
 * <ul>
 *   <li>a share p: {@code z² p (1 - p) / h²}; 0.5 is the worst guess
 *   <li>a mean of values with standard deviation s: {@code z² s² / h²}
 *   <li>a difference of two models on the same rows: the same, s being the standard deviation of the differences of
 *       their influence values (for a mean, of the differences themselves)
 *   <li>ROC-AUC: the rows at which z times Hanley and McNeil's standard error is h
 *   <li>average precision: {@code z² AP (1 - AP) / h²} positives (Boyd), so as many rows as hold these
 * </ul>
 *
 * <p>These are for rows drawn at random from a population without end, all of which count alike. A set of N rows needs
 * fewer to know the value on the set itself: {@code n / (1 + (n - 1) / N)}, see {@link #among}. A stratified sample
 * usually needs fewer still; how many is planned exactly once some rows are evaluated.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <p>Sources: Cochran, Sampling Techniques, 3rd edition 1977, chapter 4; Hanley and McNeil 1982,
 * doi:10.1148/radiology.143.1.7063747; Boyd, Eng and Page 2013, doi:10.1007/978-3-642-40994-3_29.
 *
 * <pre>{@code
 * long rows = RequiredRows.ofShare(0.9, 0.01, 0.95).rows();               // 3458
 * int some = RequiredRows.ofShare(0.9, 0.01, 0.95).among(10_000);         // 2570
 * long forAuc = RequiredRows.ofRocAuc(0.8, 0.1, 0.02, 0.95).rows();       // 7115
 * }</pre>
 *
 * @since 0.1
 */
public final class RequiredRows {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1, 1e-15);

    /** Halvings until an interval of positive doubles has no number inside. */
    private static final int HALVINGS = 200;

    /** Above this a count of rows means nothing, and {@code long} still holds it. */
    private static final double MOST = 1e15;

    private final double exact;

    private RequiredRows(double exact) {
        this.exact = Math.max(1, exact);
    }

    /**
     * {@return the rows that a share takes, such as accuracy, or the recall of one class in rows of that class}
     *
     * @param share the share as guessed, in [0, 1]
     * @param halfWidth half of the wanted interval's width, above 0
     * @param level the two-sided confidence level, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RequiredRows ofShare(double share, double halfWidth, double level) {
        requireUnit("share", share);
        return ofVariance(share * (1 - share), halfWidth, level);
    }

    /**
     * {@return the rows that a mean over rows takes, such as log-loss}
     *
     * @param deviation the standard deviation of the values of single rows, at least 0
     * @param halfWidth half of the wanted interval's width, above 0, in the unit of the values
     * @param level the two-sided confidence level, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RequiredRows ofMean(double deviation, double halfWidth, double level) {
        if (!(deviation >= 0 && Double.isFinite(deviation))) {
            throw new IllegalArgumentException("deviation must be finite and at least 0, got " + deviation);
        }
        return ofVariance(deviation * deviation, halfWidth, level);
    }

    /**
     * {@return the rows that the difference of two models on the same rows takes}, often a small part of what either
     * value takes, because what both find easy or hard cancels.
     *
     * @param deviation the standard deviation of the differences of influence values, at least 0
     * @param halfWidth half of the wanted interval's width, above 0, in the unit of the metric
     * @param level the two-sided confidence level, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RequiredRows ofDifference(double deviation, double halfWidth, double level) {
        return ofMean(deviation, halfWidth, level);
    }

    /**
     * {@return the rows that ROC-AUC takes}
     *
     * @param auc the area as guessed, in [0.5, 1)
     * @param prevalence the share of positive rows, in (0, 1)
     * @param halfWidth half of the wanted interval's width, above 0
     * @param level the two-sided confidence level, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RequiredRows ofRocAuc(double auc, double prevalence, double halfWidth, double level) {
        if (!(auc >= 0.5 && auc < 1)) {
            throw new IllegalArgumentException("auc must be in [0.5, 1), got " + auc);
        }
        if (!(prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException("prevalence must be in (0, 1), got " + prevalence);
        }
        double error = requireHalfWidth(halfWidth) / quantile(level);
        double fewest = 1 / Math.min(prevalence, 1 - prevalence);
        return new RequiredRows(bisect(auc, prevalence, error * error, fewest));
    }

    /**
     * {@return the rows that average precision takes: those that hold {@code z² AP (1 - AP) / h²} positives}
     *
     * @param averagePrecision the value as guessed, in [0, 1]
     * @param prevalence the share of positive rows, in (0, 1]; 1 gives the number of positives
     * @param halfWidth half of the wanted interval's width, above 0
     * @param level the two-sided confidence level, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RequiredRows ofAveragePrecision(
            double averagePrecision, double prevalence, double halfWidth, double level) {
        requireUnit("averagePrecision", averagePrecision);
        if (!(prevalence > 0 && prevalence <= 1)) {
            throw new IllegalArgumentException("prevalence must be in (0, 1], got " + prevalence);
        }
        return ofVariance(averagePrecision * (1 - averagePrecision) / prevalence, halfWidth, level);
    }

    /** {@return the number of rows, at least 1, at most 10^15; rounded up} */
    public long rows() {
        return (long) Math.ceil(Math.min(exact, MOST));
    }

    /**
     * {@return how many of the rows of a finite set tell its own value as closely: {@code n / (1 + (n - 1) / N)},
     * rounded up}
     *
     * @param all the rows of the set, at least 1
     * @throws IllegalArgumentException if {@code all} is below 1
     */
    public int among(int all) {
        if (all < 1) {
            throw new IllegalArgumentException("all must be at least 1, got " + all);
        }
        // Written so that it stays finite for a number of rows without end.
        double corrected = all / (1 + (all - 1) / exact);
        return (int) Math.min(all, Math.ceil(corrected));
    }

    @Override
    public String toString() {
        return "RequiredRows[" + rows() + "]";
    }

    private static RequiredRows ofVariance(double variance, double halfWidth, double level) {
        double error = requireHalfWidth(halfWidth) / quantile(level);
        return new RequiredRows(variance / (error * error));
    }

    private static double bisect(double auc, double prevalence, double variance, double fewest) {
        double low = fewest;
        double high = MOST;
        if (hanleyMcNeil(auc, low * prevalence, low * (1 - prevalence)) <= variance) {
            return low;
        }
        for (int i = 0; i < HALVINGS; i++) {
            // The geometric middle: the answer may be of any size.
            double middle = Math.sqrt(low * high);
            if (hanleyMcNeil(auc, middle * prevalence, middle * (1 - prevalence)) <= variance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double hanleyMcNeil(double auc, double positives, double negatives) {
        double q1 = auc / (2 - auc) - auc * auc;
        double q2 = 2 * auc * auc / (1 + auc) - auc * auc;
        return (auc * (1 - auc) + (positives - 1) * q1 + (negatives - 1) * q2) / (positives * negatives);
    }

    private static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        return NORMAL.inverseCumulativeProbability((1 + level) / 2);
    }

    private static double requireHalfWidth(double halfWidth) {
        if (!(halfWidth > 0)) {
            throw new IllegalArgumentException("halfWidth must be above 0, got " + halfWidth);
        }
        return halfWidth;
    }

    private static void requireUnit(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }
}
