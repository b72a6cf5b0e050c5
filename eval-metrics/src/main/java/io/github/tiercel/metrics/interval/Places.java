package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.multiclass.TableMetric;

/**
 * The three values that a difference estimate is made of, and where they stand on the scale of their metric.
 *
 * @param now that of the present model on the sample
 * @param sampled that of the reference on the sample
 * @param onAll that of the reference on all rows
 */
record Places<P extends Predictions>(SmoothMetric<P> metric, double now, double sampled, double onAll) {

    /** A standard error below this share of the value, or of the range, is rounding, not spread. */
    private static final double ROUNDING = 1e-14;

    /**
     * By stratum the size of one more difference: where a row tells right from wrong, two models differ in few rows.
     */
    double[] jumps(PairedSpread spread) {
        boolean ofFixedRows = metric instanceof ShareMetric<P> share && share.isOfFixedRows();
        boolean ofDecisions =
                metric instanceof ConfusionMetric || metric instanceof ShareMetric || metric instanceof TableMetric;
        return ofDecisions ? spread.jumps(ofFixedRows) : spread.noJumps();
    }

    boolean areInside() {
        return isInside(now) && isInside(sampled) && isInside(onAll);
    }

    /** Whether the value has a place on the scale, which it has not at the end of the range that the scale ends at. */
    boolean isInside(double value) {
        return Double.isFinite(scale().to(value, range())) && Double.isFinite(slope(value));
    }

    /** The present value moved by a share of what the sample did to the reference. */
    double moved(double share) {
        double place = place(now) + share * (place(onAll) - place(sampled));
        return range().clamp(scale().from(place, range()));
    }

    /** Whether an error on the scale is more than rounding. */
    boolean canSpread(double value, Variance onScale) {
        return onScale.standardError() / slope(value) > range().rounding(value, ROUNDING);
    }

    double slope(double value) {
        return scale().slope(value, range());
    }

    Scale scale() {
        return Scale.of(metric);
    }

    Range range() {
        return metric.range();
    }

    private double place(double value) {
        return scale().to(value, range());
    }
}
