/**
 * Metrics of predictions of one class out of several, by what they are a function of: the confusion table of argmax
 * decisions ({@link io.github.tiercel.metrics.multiclass.TableMetric}), a mean over rows, or binary rank metrics of
 * classes against each other. {@link io.github.tiercel.metrics.multiclass.MulticlassMetrics} lists all.
 */
@NullMarked
package io.github.tiercel.metrics.multiclass;

import org.jspecify.annotations.NullMarked;
