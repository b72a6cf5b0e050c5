package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;

/**
 * The mean cost of a row under a cost matrix: {@code (c_TP TP + c_FP FP + c_FN FN + c_TN TN) / W}, between the least
 * and the largest cost. Smaller is better. Undefined without rows.
 *
 * <p>Its name carries the costs: {@code cost_1_5} where a false positive costs 1, a false negative 5 and right
 * decisions nothing, else all four as {@code cost_TP_FP_FN_TN}. With costs 1 and 1 it is one less accuracy.
 *
 * <pre>{@code
 * Metric<BinaryPredictions> cost = new MeanCost(CostMatrix.ofErrors(1, 5), 1.0 / 6);
 * }</pre>
 *
 * @param costs what each outcome costs
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record MeanCost(CostMatrix costs, double threshold) implements ConfusionMetric {

    static final String PREFIX = "cost_";

    @Override
    public String name() {
        boolean onlyErrors = costs.truePositive() == 0 && costs.trueNegative() == 0;
        return PREFIX
                + (onlyErrors
                        ? Plain.join(costs.falsePositive(), costs.falseNegative())
                        : Plain.join(
                                costs.truePositive(),
                                costs.falsePositive(),
                                costs.falseNegative(),
                                costs.trueNegative()));
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return costs.range();
    }

    @Override
    public MeanCost at(double other) {
        return new MeanCost(costs, other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        return Value.of(mean(matrix));
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        CellGradient each = new CellGradient(
                costs.truePositive(), costs.falsePositive(), costs.falseNegative(), costs.trueNegative());
        return CellGradient.ofRatio(mean(matrix), matrix.total(), each, new CellGradient(1, 1, 1, 1));
    }

    private double mean(ConfusionMatrix matrix) {
        double total = matrix.total();
        // Shares, because a cost times a weight may leave the range of doubles.
        return range().clamp(costs.truePositive() * (matrix.truePositives() / total)
                + costs.falsePositive() * (matrix.falsePositives() / total)
                + costs.falseNegative() * (matrix.falseNegatives() / total)
                + costs.trueNegative() * (matrix.trueNegatives() / total));
    }
}
