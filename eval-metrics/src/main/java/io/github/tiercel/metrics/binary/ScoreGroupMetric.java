package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import java.util.function.Function;

/**
 * A metric that is a function of the score groups: of how much positive and negative weight stands at each distinct
 * score. All such metrics of one model share one sort, and a bootstrap replicate evaluates them on reweighted groups
 * without sorting again.
 *
 * @since 0.1
 */
public interface ScoreGroupMetric extends Metric<BinaryPredictions> {

    /**
     * {@return a metric that is any function of the score groups}
     *
     * <p>It has no influence values: its interval comes from the bootstrap. The function must be pure, and may be
     * called by several threads at once. A number beyond the range is refused with an {@link IllegalArgumentException}
     * that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values it can take
     * @param function gives the value, or the reason why there is none; a group of a replicate may have no weight
     * @throws IllegalArgumentException if the name is not legal
     */
    static ScoreGroupMetric of(String name, Direction direction, Range range, Function<ScoreGroups, Value> function) {
        return new GroupsFunction(name, direction, range, function);
    }

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
