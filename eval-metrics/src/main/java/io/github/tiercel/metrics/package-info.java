/**
 * What every metric shares: predictions, values that may be undefined, intervals, and the one sort into score groups.
 *
 * <p>Families of metrics live below this package ({@code binary}, ...); curves, intervals, comparison and resampling
 * beside them. Nothing here knows a model, a file or a sampling rule: inputs are plain arrays in the caller's row
 * order.
 */
@NullMarked
package io.github.tiercel.metrics;

import org.jspecify.annotations.NullMarked;
