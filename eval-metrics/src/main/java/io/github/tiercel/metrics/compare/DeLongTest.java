package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.AucError;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.interval.SameRows;

/**
 * DeLong's test of "both ROC-AUCs are equal", as {@code roc.test} of pROC gives it. {@link PairedComparison} uses the
 * same variance with t quantiles, which hold with few rows of a class too.
 *
 * <p>Rows count one each. Not for models that were fitted on these rows, nor for a model and a smaller one nested in it
 * that were. Immutable, and safe for use by several threads. O(n log n).
 *
 * <pre>{@code
 * double p = DeLongTest.paired(candidate, baseline).pValue();
 * }</pre>
 *
 * <p>Source: E. R. DeLong et al., Biometrics 44 (1988), doi:10.2307/2531595; X. Robin et al., BMC Bioinformatics 12
 * (2011), doi:10.1186/1471-2105-12-77.
 *
 * @param difference the first ROC-AUC less the second
 * @param standardError the standard error of the difference
 * @param statistic the difference over its standard error; 0 if both are 0
 * @param degreesOfFreedom of the t distribution that the statistic is held against; infinite for the normal
 * @param pValue two-sided; 1 if difference and standard error are 0
 * @since 0.1
 */
public record DeLongTest(
        double difference, double standardError, double statistic, double degreesOfFreedom, double pValue) {

    /**
     * {@return the test of two models on the same rows, against the normal distribution}
     *
     * @param first predictions of one model
     * @param second predictions of the other on the same rows
     * @throws IllegalArgumentException if the two differ in rows, labels or weights, rows are weighted, or a class has
     *     fewer than two rows
     */
    public static DeLongTest paired(BinaryPredictions first, BinaryPredictions second) {
        SameRows.require(first, second);
        requireCounts(first);
        requireCounts(second);
        double[] influence = BinaryMetrics.ROC_AUC.influence(first);
        double[] other = BinaryMetrics.ROC_AUC.influence(second);
        for (int row = 0; row < influence.length; row++) {
            influence[row] -= other[row];
        }
        double variance = AucError.delongVariance(first, influence);
        return of(auc(first) - auc(second), variance, Double.POSITIVE_INFINITY);
    }

    /**
     * {@return the test of two models on different rows, against the t distribution with degrees of freedom after
     * Welch}
     *
     * @param first predictions of one model
     * @param second predictions of the other on other rows
     * @throws IllegalArgumentException if rows are weighted, or a class has fewer than two rows
     */
    public static DeLongTest unpaired(BinaryPredictions first, BinaryPredictions second) {
        requireCounts(first);
        requireCounts(second);
        double ours = variance(first);
        double theirs = variance(second);
        double spread = ours * ours / (first.rows() - 1) + theirs * theirs / (second.rows() - 1);
        double sum = ours + theirs;
        return of(auc(first) - auc(second), sum, spread == 0 ? Double.POSITIVE_INFINITY : sum * sum / spread);
    }

    private static DeLongTest of(double difference, double variance, double degreesOfFreedom) {
        double error = Math.sqrt(variance);
        double statistic = difference == 0 && error == 0 ? 0 : difference / error;
        return new DeLongTest(
                difference, error, statistic, degreesOfFreedom, Quantiles.twoSided(statistic, degreesOfFreedom));
    }

    /**
     * {@return the interval {@code difference -/+ q se}, cut at -1 and 1}
     *
     * @param level the confidence level in (0, 1)
     */
    public Interval interval(double level) {
        double margin = Quantiles.student((1 + level) / 2, degreesOfFreedom) * standardError;
        return new Interval(Math.max(-1, difference - margin), Math.min(1, difference + margin), level, "delong");
    }

    private static double auc(BinaryPredictions predictions) {
        return BinaryMetrics.ROC_AUC.value(predictions).orNaN();
    }

    private static double variance(BinaryPredictions predictions) {
        return AucError.delongVariance(predictions, BinaryMetrics.ROC_AUC.influence(predictions));
    }

    private static void requireCounts(BinaryPredictions predictions) {
        if (predictions.isWeighted()) {
            throw new IllegalArgumentException("rows must count one each, but they are weighted");
        }
        int rarer = Math.min(predictions.positives(), predictions.negatives());
        if (rarer < 2) {
            throw new IllegalArgumentException("each class must have two rows at least, got " + rarer);
        }
    }
}
