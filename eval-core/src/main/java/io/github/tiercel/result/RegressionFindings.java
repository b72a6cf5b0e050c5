package io.github.tiercel.result;

import io.github.tiercel.metrics.regression.Residuals;
import java.util.Optional;

/**
 * What was found of predicted numbers: how the labels are spread, against which errors are to be read, and where the
 * errors are.
 *
 * @param labelMean the weighted mean of the labels
 * @param labelDeviation their weighted standard deviation, with the total weight as divisor; the rmse of whoever always
 *     predicts the mean
 * @param residuals what the errors look like; empty for a sample, and where one is not finite
 * @since 0.1
 */
public record RegressionFindings(double labelMean, double labelDeviation, Optional<Residuals> residuals)
        implements TaskFindings {

    /**
     * {@return findings of labels and nothing else}
     *
     * @param labelMean the weighted mean of the labels
     * @param labelDeviation their weighted standard deviation
     */
    public static RegressionFindings of(double labelMean, double labelDeviation) {
        return new RegressionFindings(labelMean, labelDeviation, Optional.empty());
    }

    @Override
    public String task() {
        return "regression";
    }
}
