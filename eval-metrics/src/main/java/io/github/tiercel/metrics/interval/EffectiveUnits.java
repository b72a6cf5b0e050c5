package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Predictions;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Kish's effective number of units, {@code (sum w)² / sum w²}, w being the weight of the rows of a unit that count: the
 * plain number where all units weigh the same. Rows of one cluster tell no more than one unit, and few heavy units no
 * more than few.
 *
 * <p>Source: L. Kish, Survey Sampling (1965), 11.7; for clusters of unequal size A. V. Carter et al., Review of
 * Economics and Statistics 99 (2017), doi:10.1162/REST_a_00639.
 */
final class EffectiveUnits {

    /** Weights that are equal up to rounding count the same, so that equal units give a whole number. */
    private static final double ROUNDING = 1e-9;

    private EffectiveUnits() {}

    /**
     * Whether each row is a unit and counts one beside the weight of the sample, so that units need only be counted.
     */
    static boolean areRows(Design design, Predictions predictions) {
        if (design.isClustered() || !design.isSample()) {
            return !design.isClustered() && !predictions.isWeighted();
        }
        if (predictions instanceof BinaryPredictions binary
                && LabelStrata.of(design, binary).isPresent()) {
            return true;
        }
        for (int row = 0; row < design.rows(); row++) {
            double weight = predictions.weight(row);
            if (weight != design.sampleWeight(row) && weight != 0) {
                return false;
            }
        }
        return true;
    }

    /** Of some rows, by the weights that rows have beside those of the sample itself. */
    static double own(Design design, Predictions predictions, IntPredicate counts) {
        return of(design, row -> counts.test(row) ? predictions.weight(row) / design.sampleWeight(row) : 0);
    }

    /** Of some rows, by all of their weight. */
    static double all(Design design, Predictions predictions, IntPredicate counts) {
        return of(design, row -> counts.test(row) ? predictions.weight(row) : 0);
    }

    static double of(Design design, IntToDoubleFunction weights) {
        if (!design.isClustered()) {
            return kish(design.rows(), weights);
        }
        double largest = largest(design.rows(), weights);
        double[] sums = new double[design.units()];
        for (int row = 0; row < design.rows(); row++) {
            double weight = weights.applyAsDouble(row);
            // Shares of the largest neither overflow in sums nor vanish in squares.
            sums[design.unit(row)] += weight > 0 ? weight / largest : 0;
        }
        return kish(sums.length, unit -> sums[unit]);
    }

    /** Of some weights; 0 if none is positive. */
    static double kish(int size, IntToDoubleFunction weights) {
        double largest = largest(size, weights);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double weight = weights.applyAsDouble(i);
            double share = weight > 0 ? weight / largest : 0;
            double part = share > 1 - ROUNDING ? 1 : share;
            sum += part;
            squares += part * part;
        }
        return squares == 0 ? 0 : sum / squares * sum;
    }

    private static double largest(int size, IntToDoubleFunction weights) {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, weights.applyAsDouble(i));
        }
        return largest;
    }
}
