package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/**
 * A metric that is a binary metric of all pairs of a row and a class. Pairs are sorted once, for all such metrics and
 * all replicates of a bootstrap.
 *
 * @since 0.1
 */
public interface PooledMetric extends SmoothMetric<MulticlassPredictions> {

    /** {@return the metric of the pairs} */
    ScoreGroupMetric ofPairs();

    /**
     * {@return the pairs: whether the row is of the class, by the score of the class; rows of class 0 first}
     *
     * @param predictions on which the metric is defined
     */
    BinaryPredictions pairs(MulticlassPredictions predictions);
}
