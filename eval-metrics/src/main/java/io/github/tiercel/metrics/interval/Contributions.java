package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Predictions;

/**
 * What each unit contributes to the error of an estimate: the sum of {@code w_i IF_i / W} over the rows of the unit.
 * From these follow the variances of linearisation.
 *
 * <ul>
 *   <li>All units of the set, as a sample of the world: {@code n/(n-1) sum u²}.
 *   <li>A stratified sample, for the value on the whole set: {@code sum_h n_h/(n_h-1) (1 - n_h/N_h) sum (u - mean_h)²};
 *       strata taken whole add nothing.
 *   <li>The same sample, for the world: that plus the variance of the whole set itself, {@code N/(N-1) sum u²/h}, h
 *       being the sampling weight.
 * </ul>
 *
 * <p>Degrees of freedom by Satterthwaite's rule. Time O(rows), memory 8 bytes a unit.
 *
 * <p>Source: W. G. Cochran, Sampling Techniques (1977), 5.12 and 5.16; C.-E. Särndal et al., Model Assisted Survey
 * Sampling (1992), 5.5.
 */
final class Contributions {

    private final Design design;
    private final double[] sums;
    private final double[] sampleWeights;
    private final int[] strata;
    private final int units;

    private Contributions(Design design, double[] sums, double[] sampleWeights, int[] strata, int units) {
        this.design = design;
        this.sums = sums;
        this.sampleWeights = sampleWeights;
        this.strata = strata;
        this.units = units;
    }

    static Contributions of(Design design, Predictions predictions, double[] influence) {
        double total = totalWeight(predictions);
        double[] sums = new double[design.units()];
        double[] sampleWeights = new double[sums.length];
        int[] strata = new int[design.isSample() ? sums.length : 0];
        int units = 0;
        for (int row = 0; row < influence.length; row++) {
            if (predictions.weight(row) > 0) {
                int unit = design.unit(row);
                units += sampleWeights[unit] == 0 ? 1 : 0;
                sums[unit] += predictions.weight(row) * influence[row] / total;
                sampleWeights[unit] = design.sampleWeight(row);
                if (design.isSample()) {
                    strata[unit] = design.stratum(row);
                }
            }
        }
        return new Contributions(design, sums, sampleWeights, strata, units);
    }

    int units() {
        return units;
    }

    double[] sums() {
        return sums;
    }

    /** The plain linearised variance {@code sum u²}, without any factor for the number of units. */
    double sumOfSquares() {
        CompensatedSum sum = new CompensatedSum();
        for (double u : sums) {
            sum.add(u * u);
        }
        return sum.value();
    }

    Variance population() {
        if (!design.isSample()) {
            return new Variance(sumOfSquares() * units / (units - 1.0), units - 1.0);
        }
        Variance sample = fullSet();
        double all = design.populationUnits();
        CompensatedSum sum = new CompensatedSum();
        for (int unit = 0; unit < sums.length; unit++) {
            if (sampleWeights[unit] > 0) {
                sum.add(sums[unit] * sums[unit] / sampleWeights[unit]);
            }
        }
        return combine(sample, new Variance(sum.value() * all / (all - 1), all - 1));
    }

    /** The variance around the value on the whole set; meaningful for a sample only. */
    Variance fullSet() {
        double[] sum = new double[design.strata()];
        double[] squares = new double[design.strata()];
        for (int unit = 0; unit < sums.length; unit++) {
            if (sampleWeights[unit] > 0) {
                sum[strata[unit]] += sums[unit];
                squares[strata[unit]] += sums[unit] * sums[unit];
            }
        }
        double value = 0;
        double spread = 0;
        for (int h = 0; h < sum.length; h++) {
            double one = ofStratum(h, sum[h], squares[h]);
            value += one;
            spread += one == 0 ? 0 : one * one / (design.sampled(h) - 1);
        }
        return new Variance(value, spread == 0 ? Double.POSITIVE_INFINITY : value * value / spread);
    }

    private double ofStratum(int h, double sum, double squares) {
        double sampled = design.sampled(h);
        if (sampled < 2 || sampled == design.population(h)) {
            return 0;
        }
        // Rows outside a slice count as zeros of their stratum, so the mean is over all sampled units.
        double around = Math.max(0, squares - sum * sum / sampled);
        return sampled / (sampled - 1) * (1 - sampled / design.population(h)) * around;
    }

    private static Variance combine(Variance a, Variance b) {
        double value = a.value() + b.value();
        double spread = a.value() * a.value() / a.degreesOfFreedom() + b.value() * b.value() / b.degreesOfFreedom();
        return new Variance(value, spread == 0 ? b.degreesOfFreedom() : value * value / spread);
    }

    private static double totalWeight(Predictions predictions) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            total.add(predictions.weight(row));
        }
        return total.value();
    }
}
