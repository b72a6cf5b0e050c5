package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/** The threshold that a rule chooses, seen as a metric so that replicates can say how far it moves. */
record ChosenThreshold(ThresholdRule rule) implements ScoreGroupMetric {

    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Override
    public String name() {
        return rule.name() + "_threshold";
    }

    @Override
    public Direction direction() {
        return Direction.NEITHER;
    }

    @Override
    public Range range() {
        return ANY;
    }

    @Override
    public Value value(ScoreGroups groups) {
        return rule.choose(groups).map(choice -> Value.of(choice.threshold())).orElseGet(() -> rule.value(groups));
    }
}
