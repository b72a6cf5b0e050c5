package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import java.util.function.Function;

/** Any function of the score groups. */
record GroupsFunction(String name, Direction direction, Range range, Function<ScoreGroups, Value> function)
        implements ScoreGroupMetric {

    GroupsFunction {
        MetricContract.legalName(name);
    }

    @Override
    public Value value(ScoreGroups groups) {
        return MetricContract.inRange(this, function.apply(groups));
    }
}
