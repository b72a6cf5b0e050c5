package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;

/** A way of making intervals that fits one kind of metric. */
interface IntervalRule<P extends Predictions> {

    Intervals intervals(Subject<P> subject);
}
