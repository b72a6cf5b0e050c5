/**
 * Whether probabilities mean what they say: calibration metrics, reliability curves, decompositions of the Brier score,
 * and calibrators that repair what they find. {@link io.github.tiercel.metrics.calibration.CalibrationMetrics} lists
 * the metrics.
 */
@NullMarked
package io.github.tiercel.metrics.calibration;

import org.jspecify.annotations.NullMarked;
