package io.github.tiercel.metrics.binary;

/**
 * The derivative of a function of the confusion matrix with respect to the weight in each cell, not to its share of all
 * weight as {@link io.github.tiercel.metrics.multiclass.CellGradient} is: that is this one times the total.
 *
 * @param truePositives with respect to the weight of true positives
 * @param falsePositives with respect to the weight of false positives
 * @param falseNegatives with respect to the weight of false negatives
 * @param trueNegatives with respect to the weight of true negatives
 * @since 0.1
 */
public record CellGradient(double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {

    /** The gradient of a ratio {@code N / D}: {@code (dN - ratio dD) / D} in each cell. */
    static CellGradient ofRatio(double ratio, double denominator, CellGradient numerator, CellGradient divisor) {
        return new CellGradient(
                (numerator.truePositives - ratio * divisor.truePositives) / denominator,
                (numerator.falsePositives - ratio * divisor.falsePositives) / denominator,
                (numerator.falseNegatives - ratio * divisor.falseNegatives) / denominator,
                (numerator.trueNegatives - ratio * divisor.trueNegatives) / denominator);
    }

    double at(Cell cell) {
        return switch (cell) {
            case TRUE_POSITIVE -> truePositives;
            case FALSE_POSITIVE -> falsePositives;
            case FALSE_NEGATIVE -> falseNegatives;
            case TRUE_NEGATIVE -> trueNegatives;
        };
    }
}
