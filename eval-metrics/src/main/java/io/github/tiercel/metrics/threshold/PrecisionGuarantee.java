package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import io.github.tiercel.metrics.curve.ThresholdSweep;
import io.github.tiercel.metrics.interval.ProportionInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a threshold whose precision on all future rows is at least a floor, wrong with at most a stated probability.
 *
 * <p>{@link ThresholdRule#precisionAtLeast} looks at the precision observed and is wrong about every other time. This
 * rule tests, from the highest threshold downwards, whether precision is below the floor, and stops where it cannot
 * reject that: a fixed-sequence test, in which a wrong threshold is chosen only if the first wrong one of the sequence
 * passes. Since few rows lie above the highest thresholds, up to five sequences start along the way and share the
 * probability of error. A test rejects if the one-sided lower limit of Clopper and Pearson for the share of positives
 * among the rows predicted positive reaches the floor. The lowest threshold that passed is chosen: it has the largest
 * recall.
 *
 * <p>The guarantee needs thresholds named beforehand, not scores picked from these rows, and independent rows of weight
 * 1 that are like future ones. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Optional<ThresholdChoice> safe = PrecisionGuarantee.of(0.9, 0.95).choose(predictions, 0.9, 0.8, 0.7, 0.6, 0.5);
 * }</pre>
 *
 * <p>Source: A. N. Angelopoulos et al., "Learn then Test: Calibrating Predictive Algorithms to Achieve Risk Control",
 * Annals of Applied Statistics 19 (2025), doi:10.1214/24-AOAS1998.
 *
 * @since 0.1
 */
public final class PrecisionGuarantee {

    private static final int MOST_STARTS = 5;

    private final double floor;
    private final double confidence;

    private PrecisionGuarantee(double floor, double confidence) {
        this.floor = floor;
        this.confidence = confidence;
    }

    /**
     * {@return a guarantee}
     *
     * @param floor the least precision, in (0, 1)
     * @param confidence the probability with which a chosen threshold has it, in (0.5, 1)
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static PrecisionGuarantee of(double floor, double confidence) {
        if (!(floor > 0 && floor < 1)) {
            throw new IllegalArgumentException("floor must be in (0, 1), got " + floor);
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0.5, 1), got " + confidence);
        }
        return new PrecisionGuarantee(floor, confidence);
    }

    /**
     * {@return the lowest threshold shown to have the precision, with the recall it reaches on these rows; empty if
     * none was shown to have it}
     *
     * @param predictions labels and scores, of weight 0 or 1
     * @param thresholds named before these rows were looked at, in any order; no NaN
     * @throws IllegalArgumentException if a weight is neither 0 nor 1, or a threshold is NaN
     */
    public Optional<ThresholdChoice> choose(BinaryPredictions predictions, double... thresholds) {
        requireRowsOfOne(predictions);
        double[] ascending = Arrays.stream(thresholds).sorted().distinct().toArray();
        List<ConfusionMatrix> matrices =
                ThresholdSweep.of(predictions.groups(), ascending).matrices();
        int starts = Math.min(MOST_STARTS, ascending.length);
        int lowest = ascending.length;
        for (int start = 0; start < starts; start++) {
            int next = ascending.length - 1 - (int) ((long) start * ascending.length / starts);
            // A threshold that an earlier sequence has passed leads where that one has led.
            while (next >= 0 && next < lowest && passes(matrices.get(next), starts)) {
                lowest = next--;
            }
        }
        return lowest == ascending.length ? Optional.empty() : Optional.of(choice(matrices.get(lowest)));
    }

    private boolean passes(ConfusionMatrix matrix, int starts) {
        double tail = (1 - confidence) / starts;
        double predicted = matrix.predictedPositives();
        return predicted > 0
                && ProportionInterval.CLOPPER_PEARSON
                                .of(matrix.truePositives(), predicted, 1 - 2 * tail)
                                .lower()
                        >= floor;
    }

    private static ThresholdChoice choice(ConfusionMatrix matrix) {
        return new ThresholdChoice(
                matrix.threshold(), BinaryMetrics.RECALL.value(matrix).orNaN());
    }

    private static void requireRowsOfOne(BinaryPredictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = predictions.weight(row);
            if (weight != 0 && weight != 1) {
                throw new IllegalArgumentException(
                        "a guarantee needs rows of weight 0 or 1, got " + weight + " at row " + row);
            }
        }
    }
}
