package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.Interval;

/**
 * A bin of a reliability curve: what was predicted and what came of it.
 *
 * @param lowest the lowest score in the bin
 * @param highest the highest score in the bin
 * @param predicted the weighted mean of the predicted probabilities, in [0, 1]; the place to draw the bin at
 * @param observed the share of positives by weight, in [0, 1]
 * @param weight the sum of weights, above 0
 * @param rows how many rows of positive weight, at least 1
 * @param interval Wilson's interval for the observed share, under weights with Kish's effective number of rows
 * @since 0.1
 */
public record ReliabilityBin(
        double lowest, double highest, double predicted, double observed, double weight, int rows, Interval interval) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ReliabilityBin {
        Arguments.ascending(lowest, highest);
        Arguments.share("predicted", predicted);
        Arguments.share("observed", observed);
        Arguments.weight(weight);
        Arguments.atLeastOne("rows", rows);
    }
}
