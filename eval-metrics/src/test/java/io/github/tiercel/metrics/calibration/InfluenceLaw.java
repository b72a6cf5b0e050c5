package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Influence values have mean 0 and are the derivative by the logarithm of a row's weight. */
record InfluenceLaw(SmoothMetric<BinaryPredictions> metric, BinaryPredictions predictions) {

    /** Relative step of a weight in a central difference, whose own error is some STEP² = 1e-8. */
    private static final double STEP = 1e-4;

    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    /**
     * A step of the weight may move the value by this much and still be a difference in a straight line; the log-odds
     * of saturated probabilities, on which next to nothing depends, move by more.
     */
    private static final double STRAIGHT = 1e-3;

    private static final double TOLERANCE = 1e-12;

    void check() {
        double[] influence = metric.influence(predictions);
        double total = IntStream.range(0, influence.length)
                .mapToDouble(predictions::weight)
                .sum();
        double size = Math.max(1, Arrays.stream(influence).map(Math::abs).max().orElse(0));
        double mean = 0;
        for (int row = 0; row < influence.length; row++) {
            double contribution = predictions.weight(row) * influence[row] / total;
            if (Math.abs(contribution) * STEP < STRAIGHT) {
                assertEquals(slope(row), contribution, DIFFERENCE_TOLERANCE * size, metric.name());
            }
            mean += contribution;
        }
        assertEquals(0, mean, TOLERANCE * size, metric.name());
    }

    private double slope(int row) {
        return (valueAt(row, 1 + STEP) - valueAt(row, 1 - STEP)) / (2 * STEP);
    }

    private double valueAt(int row, double factor) {
        return metric.value(Reweighted.times(predictions, other -> other == row ? factor : 1))
                .orNaN();
    }
}
