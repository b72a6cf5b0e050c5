package io.github.tiercel.metrics.interval;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What two models contribute to the errors of a metric in a stratified sample, unit by unit: how much each varies
 * around the full set, how much they vary together, and what is left of the one after a share of the other.
 *
 * <p>Degrees of freedom of what is left go by its kurtosis {@code k} too, {@code 2 n_h / (k - 1)} in a stratum, because
 * two models that nearly agree differ in a few units only, and a variance that rests on three units has no more than
 * six degrees of freedom however many units were sampled. Time O(rows); 20 bytes a unit.
 *
 * <p>Source: C.-E. Särndal et al., Model Assisted Survey Sampling (1992), 6.3; for the degrees of freedom R. F.
 * Potthoff et al., JASA 87 (1992), doi:10.1080/01621459.1992.10475204.
 */
final class PairedSpread {

    static final int ABSENT = -1;

    private final Design design;
    private final double[] now;
    private final double[] reference;
    /** By unit. */
    private final int[] strata;

    /** By stratum. */
    private final PairedSums sums;

    private PairedSpread(Design design, double[] now, double[] reference, int[] strata) {
        this.design = design;
        this.now = now;
        this.reference = reference;
        this.strata = strata;
        this.sums = PairedSums.of(now, reference, strata, design.strata());
    }

    /**
     * Of two models on the same rows of a sample.
     *
     * @param slope what the present model's contributions are multiplied by, to stand on the metric's scale
     * @param slopeOfReference the same for the reference
     */
    static PairedSpread of(UnitParts ours, double slope, UnitParts theirs, double slopeOfReference) {
        Design design = ours.design();
        double[] first = new double[design.units()];
        double[] second = new double[first.length];
        int[] strata = new int[first.length];
        for (int unit = 0; unit < first.length; unit++) {
            int row = ours.row(unit);
            strata[unit] = row < 0 ? ABSENT : design.stratum(row);
            first[unit] = row < 0 ? 0 : slope * ours.of(unit);
            second[unit] = row < 0 ? 0 : slopeOfReference * theirs.of(unit);
        }
        return new PairedSpread(design, first, second, strata);
    }

    /** The units that count. */
    int units() {
        return IntStream.of(sums.present()).sum();
    }

    double ofNow() {
        return covariance(sums.now(), sums.now(), sums.ofNow());
    }

    double ofReference() {
        return covariance(sums.reference(), sums.reference(), sums.ofReference());
    }

    double together() {
        return covariance(sums.now(), sums.reference(), sums.together());
    }

    private double covariance(double[] one, double[] other, double[] products) {
        double covariance = 0;
        for (int h = 0; h < products.length; h++) {
            covariance += StratumVariance.factor(design, h) * (products[h] - one[h] * other[h] / design.sampled(h));
        }
        return covariance;
    }

    /**
     * The variance around the full set of what is left after a share of the reference.
     *
     * @param jumps by stratum the size of one more difference that each counts as having, half of it either way; 0 for
     *     none
     */
    Variance left(double share, double[] jumps) {
        double[] means = new double[design.strata()];
        for (int h = 0; h < means.length; h++) {
            means[h] = (sums.now()[h] - share * sums.reference()[h]) / design.sampled(h);
        }
        double[] squares = new double[means.length];
        double[] fourths = new double[means.length];
        for (int unit = 0; unit < now.length; unit++) {
            if (strata[unit] != ABSENT) {
                add(strata[unit], left(unit, share) - means[strata[unit]], 1, squares, fourths);
            }
        }
        double value = 0;
        double spread = 0;
        for (int h = 0; h < means.length; h++) {
            // Units outside a slice count as zeros of their stratum.
            add(h, means[h], design.sampled(h) - sums.present()[h], squares, fourths);
            add(h, jumps[h], 1, squares, fourths);
            double one = StratumVariance.factor(design, h) * squares[h];
            value += one;
            spread += one == 0
                    ? 0
                    : one * one / degreesOfFreedom(design.sampled(h), sums.present()[h], squares[h], fourths[h]);
        }
        return new Variance(value, spread == 0 ? Double.POSITIVE_INFINITY : value * value / spread);
    }

    /**
     * By stratum how far a unit's contribution moves if the present model decides otherwise: the range of
     * contributions, and where all units of a stratum were decided alike, as far as in the stratum where it moves most.
     *
     * <p>Models that decide alike on all sampled units of a stratum may differ on others, so one more difference
     * counts, as in the interval of A. Agresti and Y. Min, Biometrics 61 (2005), doi:10.1111/j.1541-0420.2005.00365.x.
     *
     * @param ofFixedRows whether labels choose the rows that the metric is of, so that a stratum without contributions
     *     has none of them
     */
    double[] jumps(boolean ofFixedRows) {
        double[] least = new double[design.strata()];
        double[] most = new double[least.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int unit = 0; unit < now.length; unit++) {
            if (strata[unit] != ABSENT) {
                least[strata[unit]] = Math.min(least[strata[unit]], now[unit]);
                most[strata[unit]] = Math.max(most[strata[unit]], now[unit]);
            }
        }
        double widest = 0;
        for (int h = 0; h < least.length; h++) {
            widest = Math.max(widest, most[h] > least[h] ? (most[h] - least[h]) / design.stratumWeight(h) : 0);
        }
        double[] jumps = new double[least.length];
        for (int h = 0; h < jumps.length; h++) {
            // No unit that counts, or none that the metric is of, so none that could have differed.
            boolean none = least[h] > most[h] || (ofFixedRows && least[h] == 0 && most[h] == 0);
            double alike = none ? 0 : widest * design.stratumWeight(h);
            jumps[h] = most[h] > least[h] ? most[h] - least[h] : alike;
        }
        return jumps;
    }

    double[] noJumps() {
        return new double[design.strata()];
    }

    private double left(int unit, double share) {
        return now[unit] - share * reference[unit];
    }

    private static void add(int h, double deviation, int times, double[] squares, double[] fourths) {
        double square = deviation * deviation;
        squares[h] += times * square;
        fourths[h] += times * square * square;
    }

    private static double degreesOfFreedom(int sampled, int present, double squares, double fourths) {
        double kurtosis = sampled * (fourths / squares / squares);
        double plain = Math.max(1, present - 1.0);
        return kurtosis > 1 ? Math.min(plain, 2 * sampled / (kurtosis - 1)) : plain;
    }
}
