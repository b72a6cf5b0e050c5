/**
 * Choosing the threshold of a decision: rules that choose it, the value a rule reaches on rows it has not seen, and
 * thresholds that come with a guarantee.
 */
@NullMarked
package io.github.tiercel.metrics.threshold;

import org.jspecify.annotations.NullMarked;
