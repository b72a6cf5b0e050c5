package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.Arrays;

/** Holds the influence values of a metric on some predictions against what defines them. */
final class InfluenceCheck<P extends Predictions> {

    private static final double STEP = 1e-4;
    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    private final Claim<P> claim;
    private final P predictions;
    private final double[] weights;
    private final double[] influence;

    InfluenceCheck(Claim<P> claim, P predictions, double[] influence) {
        this.claim = claim;
        this.predictions = predictions;
        this.weights = Rows.weights(predictions);
        this.influence = influence;
        claim.holds(influence.length == weights.length, influence.length + " values for " + weights.length + " rows");
    }

    void sumsToZero() {
        double sum = 0;
        double size = 0;
        for (int row = 0; row < weights.length; row++) {
            boolean absent = weights[row] == 0;
            claim.holds(!absent || influence[row] == 0, "row " + row + " of weight 0 has " + influence[row]);
            sum += weights[row] * influence[row];
            size += weights[row] * Math.max(1, Math.abs(influence[row]));
        }
        // Written so that NaN fails.
        claim.holds(Math.abs(sum) <= claim.tolerance() * size, "the sum is " + sum + " where sizes sum to " + size);
    }

    void equalsFiniteDifferences() {
        double total = Arrays.stream(weights).sum();
        double scale = Math.max(1, Math.abs(claim.value(predictions).orNaN()));
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] > 0) {
                double expected = (valueWith(row, 1 + STEP) - valueWith(row, 1 - STEP)) / (2 * STEP);
                double actual = weights[row] * influence[row] / total;
                claim.holds(
                        Math.abs(actual - expected) <= DIFFERENCE_TOLERANCE * scale,
                        "at row " + row + " expected " + expected + " but w IF / W is " + actual);
            }
        }
    }

    private double valueWith(int row, double factor) {
        double[] changed = weights.clone();
        changed[row] *= factor;
        return claim.value(Rows.withWeights(predictions, changed)).orNaN();
    }
}
