/**
 * Metrics of rankings. Each is a mean over queries ({@link io.github.tiercel.metrics.ranking.QueryMeanMetric}): the
 * query is the unit of the mean, of the influence values and of every resample.
 * {@link io.github.tiercel.metrics.ranking.RankingMetrics} lists all.
 */
@NullMarked
package io.github.tiercel.metrics.ranking;

import org.jspecify.annotations.NullMarked;
