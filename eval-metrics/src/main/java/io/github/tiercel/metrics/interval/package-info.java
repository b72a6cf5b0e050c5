/**
 * Intervals for metrics. {@link io.github.tiercel.metrics.interval.IntervalEstimator} picks the method by the type of
 * the metric and by how the rows came to be ({@link io.github.tiercel.metrics.interval.Design}).
 */
@NullMarked
package io.github.tiercel.metrics.interval;

import org.jspecify.annotations.NullMarked;
