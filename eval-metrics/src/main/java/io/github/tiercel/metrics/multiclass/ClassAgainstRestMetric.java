package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/**
 * A metric that is a mean over classes of a binary metric of each class against all others. Each class is sorted once,
 * for all such metrics and all replicates of a bootstrap.
 *
 * @since 0.1
 */
public interface ClassAgainstRestMetric extends ClassMetric {

    /** {@return the metric of one class against the rest} */
    ScoreGroupMetric ofClass();

    /**
     * {@return the mean over classes, or the reason why there is none}
     *
     * @param values the value of each class; NaN where it has none
     * @param weights the weight of the rows of each class; copied
     */
    Value mean(double[] values, double[] weights);
}
