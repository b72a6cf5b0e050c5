/** Curves and sweeps over thresholds, all read from the score groups in one pass. */
@NullMarked
package io.github.tiercel.metrics.curve;

import org.jspecify.annotations.NullMarked;
