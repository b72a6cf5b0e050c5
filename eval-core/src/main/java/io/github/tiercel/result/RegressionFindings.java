package io.github.tiercel.result;

/**
 * What was found of predicted numbers: how the labels are spread, against which errors are to be read.
 *
 * @param labelMean the weighted mean of the labels
 * @param labelDeviation their weighted standard deviation, with the total weight as divisor; the rmse of whoever always
 *     predicts the mean
 * @since 0.1
 */
public record RegressionFindings(double labelMean, double labelDeviation) implements TaskFindings {

    @Override
    public String task() {
        return "regression";
    }
}
