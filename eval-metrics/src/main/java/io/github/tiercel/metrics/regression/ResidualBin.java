package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;

/**
 * Rows with about the same prediction: what was predicted, what was observed, and how far the two lie apart. Residuals
 * are {@code label - prediction}; everything is in the unit of the labels.
 *
 * @param lowest the lowest prediction in the bin
 * @param highest the highest prediction in the bin
 * @param predicted the weighted mean of the predictions; the place to draw the bin at
 * @param observed the weighted mean of the labels
 * @param interval Student's interval for the mean of the labels, under weights with Kish's effective number of rows;
 *     empty where these are fewer than two
 * @param tenth the residual that a tenth of the weight is at most
 * @param median the residual that half of the weight is at most
 * @param ninetieth the residual that nine tenths of the weight are at most
 * @param weight the sum of weights, above 0
 * @param rows how many rows of positive weight, at least 1
 * @since 0.1
 */
public record ResidualBin(
        double lowest,
        double highest,
        double predicted,
        double observed,
        Optional<Interval> interval,
        double tenth,
        double median,
        double ninetieth,
        double weight,
        int rows) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the ends or the quantiles are in the wrong order, a number is not finite, or
     *     weight or rows are not positive
     */
    public ResidualBin {
        Arguments.finite("predicted", predicted);
        Arguments.finite("observed", observed);
        Arguments.inOrder("predictions", lowest, highest);
        Arguments.inOrder("residuals", tenth, median);
        Arguments.inOrder("residuals", median, ninetieth);
        if (!(weight > 0 && rows > 0)) {
            throw new IllegalArgumentException("weight and rows must be above 0, got " + weight + " and " + rows);
        }
    }
}
