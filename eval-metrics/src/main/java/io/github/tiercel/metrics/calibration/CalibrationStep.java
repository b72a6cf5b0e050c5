package io.github.tiercel.metrics.calibration;

/**
 * A step of a calibration curve: scores that share one observed share.
 *
 * @param lowest the lowest score of the step
 * @param highest the highest score of the step, at least {@code lowest}
 * @param predicted the weighted mean of the predicted probabilities, in [0, 1]
 * @param observed the share of positives by weight, in [0, 1]
 * @param weight the sum of weights, above 0
 * @since 0.1
 */
public record CalibrationStep(double lowest, double highest, double predicted, double observed, double weight) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public CalibrationStep {
        Arguments.ascending(lowest, highest);
        Arguments.share("predicted", predicted);
        Arguments.share("observed", observed);
        Arguments.weight(weight);
    }
}
