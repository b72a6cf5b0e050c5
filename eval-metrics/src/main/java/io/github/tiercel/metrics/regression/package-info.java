/**
 * Metrics of predicted numbers, by what they are a function of: a mean of row errors
 * ({@link io.github.tiercel.metrics.regression.RowErrorMetric}), weighted moments (R², explained variance, Lin's
 * concordance), or the order of labels and predictions (the pair and rank correlations).
 * {@link io.github.tiercel.metrics.regression.RegressionMetrics} lists all.
 */
@NullMarked
package io.github.tiercel.metrics.regression;

import org.jspecify.annotations.NullMarked;
