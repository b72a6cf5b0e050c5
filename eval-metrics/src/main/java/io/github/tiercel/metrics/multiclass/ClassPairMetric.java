package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Value;

/**
 * A metric that is a mean over pairs of classes of the ROC-AUC of the two, each among the rows of both. Each class is
 * sorted once, for all such metrics and all replicates of a bootstrap.
 *
 * @since 0.1
 */
public interface ClassPairMetric extends ClassMetric {

    /**
     * {@return the mean over pairs, or the reason why there is none}
     *
     * @param pairs at j, k with j below k: {@code (A(j|k) + A(k|j)) / 2}, A(j|k) being the ROC-AUC of class j against
     *     class k by the score of j; not read where a class has no weight
     * @param weights the weight of the rows of each class; copied
     */
    Value mean(double[][] pairs, double[] weights);
}
