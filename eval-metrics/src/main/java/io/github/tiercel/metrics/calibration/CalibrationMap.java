package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;

/**
 * A map from a model's scores to calibrated probabilities: what a {@link Calibrator} has learnt, to be applied to rows
 * it has not seen. Monotone.
 *
 * <p>Implementations are immutable, small, and safe for use by several threads.
 *
 * @since 0.1
 */
public interface CalibrationMap {

    /**
     * {@return the calibrated probability, in [0, 1]}
     *
     * @param score any score of the model, not NaN
     * @throws IllegalArgumentException if the score is NaN
     */
    double apply(double score);

    /**
     * {@return the same labels and weights with calibrated probabilities for scores}
     *
     * <p>Meant for other rows than those the map was fitted to: metrics of the latter would praise the fit. To measure
     * a calibrator on the rows at hand, see {@link CrossFitted}.
     *
     * @param predictions predictions with scores of the same model
     */
    default BinaryPredictions applyTo(BinaryPredictions predictions) {
        double[] probabilities = new double[predictions.rows()];
        for (int row = 0; row < probabilities.length; row++) {
            probabilities[row] = apply(predictions.score(row));
        }
        return predictions.withScores(probabilities);
    }
}
