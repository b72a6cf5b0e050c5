package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Holds the influence values of a metric on some predictions against what defines them. */
final class InfluenceCheck<P extends Predictions> {

    private static final double STEP = 1e-4;

    /** Equal values differ by the tolerance at most, usually by far less; a difference divides this by the step. */
    private static final double DIFFERENCE_TOLERANCES = 1000;

    /** Where twice the step gives something else, the value bends too much within it to have a slope there. */
    private static final double MOST_CURVATURE = 1e-3;

    /** A slope costs four evaluations, so that all rows of all tries would take most of a build's time. */
    private static final int MOST_ROWS = 3;

    private final Claim<P> claim;
    private final P predictions;
    private final double[] weights;
    private final double[] influence;

    private InfluenceCheck(Claim<P> claim, P predictions, double[] influence) {
        this.claim = claim;
        this.predictions = predictions;
        this.weights = Rows.weights(predictions);
        this.influence = influence;
        claim.holds(influence.length == weights.length, influence.length + " values for " + weights.length + " rows");
    }

    /** Empty for a metric without influence values, and where it has no value. */
    static <P extends Predictions> Optional<InfluenceCheck<P>> of(Claim<P> claim, P predictions) {
        return claim.metric() instanceof SmoothMetric<P> smooth
                        && claim.value(predictions).isDefined()
                ? Optional.of(new InfluenceCheck<>(claim, predictions, claim.influence(smooth, predictions)))
                : Optional.empty();
    }

    void sumsToZero() {
        double scale = scale();
        double sum = 0;
        double size = 0;
        for (int row = 0; row < weights.length; row++) {
            boolean absent = weights[row] == 0;
            claim.holds(!absent || influence[row] == 0, "row " + row + " of weight 0 has " + influence[row]);
            sum += weights[row] * influence[row];
            size += weights[row] * Math.max(scale, Math.abs(influence[row]));
        }
        // Written so that NaN fails.
        claim.holds(Math.abs(sum) <= claim.tolerance() * size, "the sum is " + sum + " where sizes sum to " + size);
    }

    void equalsFiniteDifferences(Random random) {
        int[] rows = Rows.permutation(weights.length, random);
        Arrays.stream(rows).filter(row -> weights[row] > 0).limit(MOST_ROWS).forEach(this::equalsFiniteDifference);
    }

    private void equalsFiniteDifference(int row) {
        double expected = difference(row, STEP);
        double curvature = Math.abs(difference(row, 2 * STEP) - expected);
        double size = Math.max(scale(), Math.abs(expected));
        double actual = weights[row] * influence[row] / Arrays.stream(weights).sum();
        claim.holds(
                curvature > MOST_CURVATURE * size
                        || Math.abs(actual - expected) <= DIFFERENCE_TOLERANCES * claim.tolerance() * size + curvature,
                "at row " + row + " expected " + expected + " but w IF / W is " + actual);
    }

    private double difference(int row, double step) {
        return (valueWith(row, 1 + step) - valueWith(row, 1 - step)) / (2 * step);
    }

    /** Influence values are differences to the value, and as exact as it is. */
    private double scale() {
        return Math.max(1, Math.abs(claim.value(predictions).orNaN()));
    }

    private double valueWith(int row, double factor) {
        double[] changed = weights.clone();
        changed[row] *= factor;
        return claim.value(Rows.withWeights(predictions, changed)).orNaN();
    }
}
