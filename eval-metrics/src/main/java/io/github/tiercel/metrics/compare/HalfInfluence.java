package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.interval.Variance;

/**
 * The influence values of a metric on some of the rows.
 *
 * @param rows the numbers of the rows
 * @param influence one value for each of them
 * @param weight what they weigh together
 * @param variance the variance of the metric's value on them; NaN where no error can be estimated
 * @param units how many units the value rests on
 * @param widening what the variance is too small by
 */
@SuppressWarnings("ArrayRecordComponent") // Never leaves the comparison, and is never compared.
record HalfInfluence(int[] rows, double[] influence, double weight, Variance variance, double units, double widening) {

    static <P extends Predictions> HalfInfluence of(SmoothMetric<P> metric, Half<P> half, Design all) {
        P predictions = half.predictions();
        Design units = all.select(half.rows());
        double[] influence = metric.influence(predictions);
        Variance variance = Linearisation.variance(units, predictions, influence);
        double most = Linearisation.degreesOfFreedomAtMost(units, metric, predictions);
        return new HalfInfluence(
                half.rows(),
                influence,
                half.weight(),
                new Variance(variance.value(), Math.min(variance.degreesOfFreedom(), most)),
                Linearisation.unitsBehind(units, metric, predictions),
                Linearisation.widening(units, metric, predictions, influence));
    }

    boolean hasError() {
        return variance.value() >= 0 && variance.degreesOfFreedom() >= 1;
    }

    /** A variance over all rows divides by their number less one, but the units of a half are fewer. */
    void addTo(double[] all, double times) {
        double stretched = times * Math.sqrt(1 + 1 / variance.degreesOfFreedom());
        for (int i = 0; i < rows.length; i++) {
            all[rows[i]] = stretched * influence[i];
        }
    }

    /**
     * The variance, but no less than that of as many units of the other rows: a few rows on which no decision is right
     * show no spread, which says nothing of how far they may be from the rest by chance.
     */
    Variance atLeastLike(HalfInfluence other) {
        double alike = other.variance.value() * other.units / units;
        return new Variance(Math.max(variance.value(), alike), variance.degreesOfFreedom());
    }
}
