package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;
import java.util.Optional;

/** A way of making intervals that fits one kind of metric. */
interface IntervalRule<P extends Predictions> {

    Intervals intervals(Subject<P> subject);

    /**
     * What the intervals of a larger or smaller sample of the same set would be, by the same formula; empty where this
     * sample has none.
     */
    Optional<ErrorPlan> plan(Subject<P> subject);
}
