package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.MeanTerms;

/**
 * The terms of a mean by unit: the weight of each unit in the mean, and its part of the sum. Immutable, and safe for
 * use by several threads; 16 bytes a unit.
 *
 * @since 0.1
 */
public final class UnitTerms {

    /** Parts of a query's weight, one a row, sum to it up to rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[] weights;
    private final double[] sums;

    private UnitTerms(double[] weights, double[] sums) {
        this.weights = weights;
        this.sums = sums;
    }

    /**
     * {@return the terms of each unit of a design}
     *
     * @param terms the terms of each row
     * @param design as many rows as there are terms
     */
    public static UnitTerms of(MeanTerms terms, Design design) {
        double[] weights = new double[design.units()];
        double[] sums = new double[weights.length];
        for (int row = 0; row < terms.rows(); row++) {
            weights[design.unit(row)] += terms.weight(row);
            sums[design.unit(row)] += terms.weight(row) * terms.value(row);
        }
        return new UnitTerms(weights, sums);
    }

    /** {@return the number of units, those that do not count included} */
    public int units() {
        return weights.length;
    }

    /**
     * {@return the weight of a unit in the mean; 0 where it does not count}
     *
     * @param unit the unit, from 0
     */
    public double weight(int unit) {
        return weights[unit];
    }

    /**
     * {@return the unit's part of the sum: its weight times the mean of its values}
     *
     * @param unit the unit, from 0
     */
    public double sum(int unit) {
        return sums[unit];
    }

    /** {@return whether every unit that counts counts one, as a success or as none: trials that can be counted} */
    public boolean areTrials() {
        for (int unit = 0; unit < weights.length; unit++) {
            if (weights[unit] > 0 && !(isNear(weights[unit], 1) && isWhole(sums[unit]))) {
                return false;
            }
        }
        return true;
    }

    int trials() {
        int trials = 0;
        for (double weight : weights) {
            trials += weight > 0 ? 1 : 0;
        }
        return trials;
    }

    int successes() {
        int successes = 0;
        for (double sum : sums) {
            successes += sum > 0 ? 1 : 0;
        }
        return successes;
    }

    /** Kish's effective number of units, {@code (sum w)² / sum w²}; 0 for none. */
    double effective() {
        return EffectiveUnits.kish(weights.length, unit -> weights[unit]);
    }

    private static boolean isWhole(double sum) {
        return sum == 0 || isNear(sum, 1);
    }

    private static boolean isNear(double a, double b) {
        return Math.abs(a - b) < ROUNDING;
    }
}
