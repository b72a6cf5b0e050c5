/** Paired comparison of two models on the same rows. */
@NullMarked
package io.github.tiercel.metrics.compare;

import org.jspecify.annotations.NullMarked;
