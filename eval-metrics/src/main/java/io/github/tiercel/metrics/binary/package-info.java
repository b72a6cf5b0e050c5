/**
 * Metrics of yes-or-no predictions, by what they are a function of: a mean over rows
 * ({@link io.github.tiercel.metrics.binary.RowMeanMetric}), the confusion matrix at a threshold
 * ({@link io.github.tiercel.metrics.binary.ConfusionMetric}), or the score groups
 * ({@link io.github.tiercel.metrics.binary.ScoreGroupMetric}). {@link io.github.tiercel.metrics.binary.BinaryMetrics}
 * lists all.
 */
@NullMarked
package io.github.tiercel.metrics.binary;

import org.jspecify.annotations.NullMarked;
