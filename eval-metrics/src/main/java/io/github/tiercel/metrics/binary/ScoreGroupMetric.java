package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * A metric that is a function of the score groups: of how much positive and negative weight stands at each distinct
 * score. All such metrics of one model share one sort, and a bootstrap replicate evaluates them on reweighted groups
 * without sorting again.
 *
 * @since 0.1
 */
public interface ScoreGroupMetric extends Metric<BinaryPredictions> {

    /**
     * {@return the value on these groups, or the reason why there is none}
     *
     * @param groups score groups, possibly of a replicate; a group of a replicate may have no weight
     */
    Value value(ScoreGroups groups);

    @Override
    default Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    default Value value(BinaryPredictions predictions) {
        return value(predictions.groups());
    }
}
