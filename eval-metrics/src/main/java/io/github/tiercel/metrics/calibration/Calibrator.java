package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;

/**
 * A way of turning a model's scores into calibrated probabilities, learnt from labelled rows: temperature scaling (one
 * number), Platt scaling (two), isotonic regression (as many as the data bear).
 *
 * <p>A map that is measured on the rows it was fitted to looks better than it is. Fit on rows that nothing else uses,
 * or measure with {@link CrossFitted}. Rows count by weight; a row of weight 0 is absent. Implementations are
 * immutable.
 *
 * <pre>{@code
 * CalibrationMap map = TemperatureCalibrator.ofProbabilities().fit(validation);
 * double p = map.apply(0.97);
 * }</pre>
 *
 * @since 0.1
 */
public interface Calibrator {

    /**
     * {@return the map that these rows teach}
     *
     * @param predictions labels, scores and weights
     * @throws IllegalArgumentException if the rows do not hold both classes, or not the scores that the calibrator
     *     reads
     */
    CalibrationMap fit(BinaryPredictions predictions);
}
