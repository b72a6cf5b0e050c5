package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Predictions;
import java.util.Optional;

/**
 * What each unit contributes to the error of an estimate: the sum of {@code w_i IF_i / W} over the rows of the unit, or
 * of the same from the terms of a mean. From these follow the variances of linearisation. Units that do not count, such
 * as queries that a mean skips, are no part of the number of units; in a sample they count as zeros of their stratum.
 *
 * <ul>
 *   <li>All units of the set, as a sample of the world: {@code n/(n-1) sum u²}.
 *   <li>A stratified sample, for the value on the whole set: {@code sum_h n_h/(n_h-1) (1 - n_h/N_h) sum (u - mean_h)²};
 *       strata taken whole add nothing.
 *   <li>The same sample, for the world: that plus the variance of the whole set itself, {@code N/(N-1) sum u²/h}, h
 *       being the sampling weight.
 * </ul>
 *
 * <p>Degrees of freedom by the effective number of units; of samples by Satterthwaite's rule. Time O(rows); memory
 * nothing for rows, 12 bytes a cluster.
 *
 * <p>Source: W. G. Cochran, Sampling Techniques (1977), 5.12 and 5.16; C.-E. Särndal et al., Model Assisted Survey
 * Sampling (1992), 5.5.
 */
final class UnitContributions implements Contributions {

    /** Below this many clusters a sample of clusters says too little about its own error. */
    static final int FEWEST_CLUSTERS = 30;

    private final Design design;
    private final UnitParts parts;
    private final int units;
    private final double effective;
    private final Variance fullSet;

    private UnitContributions(UnitParts parts) {
        this.design = parts.design();
        this.parts = parts;
        this.units = parts.count();
        this.effective = parts.effective();
        this.fullSet = aroundFullSet();
    }

    /** {@code w_i IF_i / W}; the rows of positive weight count. */
    static UnitContributions of(Design design, Predictions predictions, double[] influence) {
        return new UnitContributions(UnitParts.of(design, predictions, influence));
    }

    /** {@code w_i (v_i - mean) / sum w}, w being weights in the mean; the rows that the mean is of count. */
    static UnitContributions ofMean(Design design, MeanTerms terms, double mean) {
        return new UnitContributions(UnitParts.ofMean(design, terms, mean));
    }

    @Override
    public int units() {
        return units;
    }

    /** Whether there are enough independent units for an error to exist, none of which outweighs all others. */
    @Override
    public boolean hasError() {
        return units >= (design.isSample() && design.isClustered() ? FEWEST_CLUSTERS : 2)
                && effective >= ClassUnits.FEWEST;
    }

    /** The plain linearised variance {@code sum u²}, without any factor for the number of units. */
    private double sumOfSquares() {
        CompensatedSum sum = new CompensatedSum();
        for (int unit = 0; unit < design.units(); unit++) {
            sum.add(parts.of(unit) * parts.of(unit));
        }
        return sum.value();
    }

    /** Efron's acceleration: {@code sum u³ / (6 (sum u²)^1.5)}, 0 without spread. */
    @Override
    public double acceleration() {
        double squares = sumOfSquares();
        CompensatedSum cubes = new CompensatedSum();
        for (int unit = 0; unit < design.units(); unit++) {
            cubes.add(parts.of(unit) * parts.of(unit) * parts.of(unit));
        }
        return squares == 0 ? 0 : cubes.value() / (6 * squares * Math.sqrt(squares));
    }

    @Override
    public Variance population(Variance around) {
        if (!design.isSample()) {
            return new Variance(sumOfSquares() * units / (units - 1.0), effective - 1);
        }
        return StratumVariance.combine(around, set());
    }

    /** The variance of the whole set itself. */
    private Variance set() {
        double all = design.populationUnits();
        CompensatedSum sum = new CompensatedSum();
        double standFor = 0;
        for (int unit = 0; unit < design.units(); unit++) {
            if (parts.isPresent(unit)) {
                double weight = design.sampleWeight(parts.row(unit));
                double contribution = parts.of(unit);
                sum.add(contribution * contribution / weight);
                standFor += weight;
            }
        }
        return StratumVariance.ofSet(sum.value(), all, standFor);
    }

    /** The variance around the value on the whole set; 0 where this is no sample. */
    @Override
    public Variance fullSet() {
        return fullSet;
    }

    @Override
    public Optional<StratumSpreads> spreads() {
        if (!design.isSample()) {
            return Optional.empty();
        }
        StratumSums sums = sumsByStratum();
        return Optional.of(StratumSpreads.of(design, sums.sum, sums.squares, sums.present, set()));
    }

    /** Sums over the units of each stratum. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves this class.
    private record StratumSums(double[] sum, double[] squares, double[] present) {}

    private StratumSums sumsByStratum() {
        double[] sum = new double[design.strata()];
        double[] squares = new double[design.strata()];
        double[] present = new double[design.strata()];
        for (int unit = 0; unit < design.units(); unit++) {
            if (parts.isPresent(unit)) {
                int h = design.stratum(parts.row(unit));
                double contribution = parts.of(unit);
                sum[h] += contribution;
                squares[h] += contribution * contribution;
                present[h]++;
            }
        }
        return new StratumSums(sum, squares, present);
    }

    private Variance aroundFullSet() {
        if (!design.isSample()) {
            return new Variance(0, Double.POSITIVE_INFINITY);
        }
        StratumSums sums = sumsByStratum();
        double value = 0;
        double spread = 0;
        for (int h = 0; h < design.strata(); h++) {
            double one = StratumVariance.of(design, h, sums.sum[h], sums.squares[h]);
            value += one;
            spread += StratumVariance.spread(one, sums.present[h]);
        }
        return new Variance(value, spread == 0 ? Double.POSITIVE_INFINITY : value * value / spread);
    }
}
