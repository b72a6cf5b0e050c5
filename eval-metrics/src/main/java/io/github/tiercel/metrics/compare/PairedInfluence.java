package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Linearisation;

/**
 * The influence values of the difference of two models.
 *
 * @param differences one a row, candidate minus baseline
 * @param widening what the variance is too small by
 */
@SuppressWarnings("ArrayRecordComponent") // Never leaves the comparison, and is never compared.
record PairedInfluence(double[] differences, double widening) {

    static <P extends Predictions> PairedInfluence of(SmoothMetric<P> metric, P candidate, P baseline, Design units) {
        double[] influence = metric.influence(candidate);
        double[] other = metric.influence(baseline);
        double widening = widening(metric, candidate, influence, baseline, other, units);
        for (int row = 0; row < influence.length; row++) {
            influence[row] -= other[row];
        }
        return new PairedInfluence(influence, widening);
    }

    /**
     * The variance of a difference is too small where those of both values are, though by less: held against
     * simulations, the square root of their widening holds the difference in .96 to .97 of samples at level .95, where
     * none held it in .87 to .91 and all of it in .99.
     */
    private static <P extends Predictions> double widening(
            SmoothMetric<P> metric, P candidate, double[] ours, P baseline, double[] theirs, Design units) {
        double one = Linearisation.widening(units, metric, candidate, ours);
        double other = Linearisation.widening(units, metric, baseline, theirs);
        return Math.sqrt(Math.sqrt(one * other));
    }
}
