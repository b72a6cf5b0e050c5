package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the half-width of a metric's intervals would be in a sample of another size, from what a sample (or all rows,
 * taken as one) shows of the spread within each stratum.
 *
 * <p>With {@code s_h} the standard deviation of the influence values of stratum h, {@code N_h} its units and
 * {@code n_h} those in the planned sample, the variance around the value on all rows is {@code sum_h (N_h/N)² s_h²
 * (1/n_h - 1/N_h)}; that for the world adds the variance of the full set, which no larger sample of the set makes
 * smaller. Scale, degrees of freedom and guards are those of the interval itself: average precision rests on its
 * effective number of positives, shares on Wilson limits joined over strata. So a plan at the sizes of the sample that
 * it was made from is the interval of that sample, up to rounding; at other sizes it takes the value and the spreads as
 * they are, and so is as good as these are known.
 *
 * <p>Sizes count units: rows, or clusters where these are drawn whole. Immutable, and safe for use by several threads.
 * O(strata) for each half-width.
 *
 * <pre>{@code
 * ErrorPlan plan = estimator.plan(BinaryMetrics.ROC_AUC, pilot).orElseThrow();
 * double halfWidth = plan.fullSetHalfWidth(order.sampledSizes(65_536));
 * }</pre>
 *
 * @since 0.1
 */
public final class ErrorPlan {

    private final Design design;
    private final Function<int[], Optional<Interval>> fullSet;
    private final Function<int[], Optional<Interval>> population;
    private final double stretch;

    private ErrorPlan(
            Design design,
            Function<int[], Optional<Interval>> fullSet,
            Function<int[], Optional<Interval>> population,
            double stretch) {
        this.design = design;
        this.fullSet = fullSet;
        this.population = population;
        this.stretch = stretch;
    }

    /** A plan from what a rule would give for sizes; empty where it would give no interval. */
    static ErrorPlan of(
            Design design,
            Function<int[], Optional<Interval>> fullSet,
            Function<int[], Optional<Interval>> population) {
        return new ErrorPlan(design, fullSet, population, 1);
    }

    /** The same on a scale whose unit is smaller. */
    ErrorPlan stretched(double factor) {
        return new ErrorPlan(design, fullSet, population, stretch * factor);
    }

    /**
     * {@return the planned half-width of the interval for the value on all rows of the set: 0 if all are taken,
     * infinite if the sample would be too small for an interval}
     *
     * @param sampled how many units of each stratum the planned sample has
     * @throws IllegalArgumentException if there is not one number a stratum, or one is not in [min(2, population),
     *     population]
     */
    public double fullSetHalfWidth(int[] sampled) {
        require(sampled);
        return isWhole(sampled) ? 0 : halfWidth(fullSet, sampled);
    }

    /**
     * {@return the planned half-width of the interval for the value on the world that the rows came from; infinite if
     * the sample would be too small for an interval}
     *
     * @param sampled how many units of each stratum the planned sample has
     * @throws IllegalArgumentException if there is not one number a stratum, or one is not in [min(2, population),
     *     population]
     */
    public double populationHalfWidth(int[] sampled) {
        require(sampled);
        return halfWidth(population, sampled);
    }

    private double halfWidth(Function<int[], Optional<Interval>> target, int[] sampled) {
        boolean tooFew = design.isClustered() && units(sampled) < UnitContributions.FEWEST_CLUSTERS;
        return tooFew
                ? Double.POSITIVE_INFINITY
                : target.apply(sampled)
                        .map(interval -> stretch * interval.width() / 2)
                        .orElse(Double.POSITIVE_INFINITY);
    }

    private static long units(int[] sampled) {
        long sum = 0;
        for (int size : sampled) {
            sum += size;
        }
        return sum;
    }

    private boolean isWhole(int[] sampled) {
        return units(sampled) == design.populationUnits();
    }

    private void require(int[] sampled) {
        if (sampled.length != design.strata()) {
            throw new IllegalArgumentException(
                    "sampled has " + sampled.length + " strata but the design has " + design.strata());
        }
        for (int h = 0; h < sampled.length; h++) {
            int population = design.population(h);
            if (sampled[h] < Math.min(2, population) || sampled[h] > population) {
                throw new IllegalArgumentException("sampled must be in [" + Math.min(2, population) + ", " + population
                        + "], got " + sampled[h] + " in stratum " + h);
            }
        }
    }
}
