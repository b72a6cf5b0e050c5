package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Range;
import java.util.stream.DoubleStream;

/**
 * What each outcome of a decision costs, in one unit; a gain is a negative cost.
 *
 * <p>With calibrated probabilities the threshold of least expected cost is {@code (FP - TN) / ((FP - TN) + (FN - TP))},
 * where FP, TN, FN and TP are the costs (C. Elkan, "The Foundations of Cost-Sensitive Learning", IJCAI 2001).
 *
 * @param truePositive the cost of a positive row predicted positive
 * @param falsePositive the cost of a negative row predicted positive
 * @param falseNegative the cost of a positive row predicted negative
 * @param trueNegative the cost of a negative row predicted negative
 * @since 0.1
 */
public record CostMatrix(double truePositive, double falsePositive, double falseNegative, double trueNegative) {

    /**
     * Checks the costs.
     *
     * @throws IllegalArgumentException if a cost is not finite, or all are equal
     */
    public CostMatrix {
        // Adding 0.0 makes -0.0 equal to 0.0 as a component of the record too.
        truePositive += 0.0;
        falsePositive += 0.0;
        falseNegative += 0.0;
        trueNegative += 0.0;
        double first = truePositive;
        DoubleStream costs = DoubleStream.of(truePositive, falsePositive, falseNegative, trueNegative);
        double spread = costs.map(cost -> Math.abs(cost - first)).sum();
        if (!(spread > 0 && spread <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("costs must be finite and not all equal, got " + truePositive + ", "
                    + falsePositive + ", " + falseNegative + " and " + trueNegative);
        }
    }

    /**
     * {@return the costs where right decisions cost nothing}
     *
     * @param falsePositive the cost of a negative row predicted positive
     * @param falseNegative the cost of a positive row predicted negative
     * @throws IllegalArgumentException if a cost is not finite, or both are 0
     */
    public static CostMatrix ofErrors(double falsePositive, double falseNegative) {
        return new CostMatrix(0, falsePositive, falseNegative, 0);
    }

    /** From the least to the largest cost: what a mean cost can be. */
    Range range() {
        double least = Math.min(Math.min(truePositive, falsePositive), Math.min(falseNegative, trueNegative));
        double most = Math.max(Math.max(truePositive, falsePositive), Math.max(falseNegative, trueNegative));
        return new Range(least, most);
    }
}
