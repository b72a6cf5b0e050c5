package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;

/**
 * Standard errors of ROC-AUC: DeLong's from the rows, that of Hanley and McNeil from the value and the class sizes.
 *
 * <p>With the placement of a positive row the share of negative rows below it, V10 (a tie counts one half), and that of
 * a negative row the share of positive rows above it, V01, DeLong's variance is {@code S²(V10)/n1 + S²(V01)/n0}. It is
 * 0 where the classes are separated or all scores are equal, though the error is not. Values of the same order on every
 * machine give the same bits. Holds no state: safe for use by several threads.
 *
 * <pre>{@code
 * double variance = AucError.delongVariance(predictions, BinaryMetrics.ROC_AUC.influence(predictions));
 * double planned = AucError.hanleyMcNeil(0.75, 400, 7_600); // before there are any rows
 * }</pre>
 *
 * @since 0.1
 */
public final class AucError {

    private AucError() {}

    /**
     * The variance of DeLong, for independent rows of equal weight: the sample variance of the placement values of the
     * positive rows over their number, plus the same for the negative rows. Read off the influence values in one pass.
     *
     * <p>Source: E. R. DeLong et al., Biometrics 44 (1988), doi:10.2307/2531595; X. Sun, W. Xu, IEEE Signal Processing
     * Letters 21 (2014), doi:10.1109/LSP.2014.2337313. O(rows), no memory.
     *
     * @param predictions labels and scores, with at least two rows of each class; those that count of one weight
     * @param influence the influence values of ROC-AUC on them
     * @return the variance, at least 0; not a number where a class has fewer than two rows
     */
    public static double delongVariance(BinaryPredictions predictions, double[] influence) {
        double positives = 0;
        double negatives = 0;
        for (int row = 0; row < influence.length; row++) {
            double square = predictions.weight(row) > 0 ? influence[row] * influence[row] : 0;
            if (predictions.label(row)) {
                positives += square;
            } else {
                negatives += square;
            }
        }
        return delongVariance(predictions, positives, negatives);
    }

    static double delongVariance(BinaryPredictions predictions, InfluenceMoments moments) {
        return delongVariance(
                predictions, moments.positives().squares(), moments.negatives().squares());
    }

    private static double delongVariance(BinaryPredictions predictions, double positives, double negatives) {
        // IF = (V10 - AUC) n / n1, so sum (V10 - AUC)^2 / (n1 (n1 - 1)) = sum IF^2 n1 / (n^2 (n1 - 1)); likewise V01.
        double rows = predictions.weightedRows();
        return ofClass(positives, predictions.positives(), rows) + ofClass(negatives, predictions.negatives(), rows);
    }

    /**
     * The standard error of Hanley and McNeil, from the value and the class sizes alone. It is meant for planning, and
     * guards values near 1 with few rows of a class, where every error estimated from the data is too small.
     *
     * <p>Source: J. A. Hanley, B. J. McNeil, Radiology 143 (1982), doi:10.1148/radiology.143.1.7063747.
     *
     * @param auc the value in [0, 1]
     * @param positives the number of positive rows, above 0
     * @param negatives the number of negative rows, above 0
     * @return the standard error, at least 0; 0 at a value of 0 or 1
     */
    public static double hanleyMcNeil(double auc, double positives, double negatives) {
        double q1 = auc / (2 - auc);
        double q2 = 2 * auc * auc / (1 + auc);
        double sum = auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
        return Math.sqrt(Math.max(0, sum / (positives * negatives)));
    }

    /**
     * The normal interval, cut at 0 and 1, that {@code ci.auc} of pROC gives. It covers less than its level near 1 and
     * has no width at 1, so {@link IntervalEstimator} uses the logit scale instead.
     *
     * @param auc the value in [0, 1]
     * @param variance its variance
     * @param level the confidence level in (0, 1)
     * @return the interval
     */
    public static Interval normalInterval(double auc, double variance, double level) {
        double margin = Quantiles.normal((1 + level) / 2) * Math.sqrt(variance);
        return new Interval(Math.max(0, auc - margin), Math.min(1, auc + margin), level, "delong-normal");
    }

    private static double ofClass(double sumOfSquares, double classRows, double rows) {
        return sumOfSquares * classRows / (rows * rows * (classRows - 1));
    }
}
