package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;

/** A defined value of a smooth metric with all that its intervals are made from. */
final class Evidence<P extends Predictions> {

    /** A standard error below this share of the value is rounding, not spread. */
    private static final double ROUNDING = 1e-14;

    private final SmoothMetric<P> metric;
    private final P predictions;
    private final double value;
    private final double[] influence;
    private final Contributions contributions;
    private final Design design;
    private final double level;

    Evidence(SmoothMetric<P> metric, P predictions, double value, Design design, double level) {
        this.metric = metric;
        this.predictions = predictions;
        this.value = value;
        this.influence = metric.influence(predictions);
        this.contributions = Contributions.of(design, predictions, influence);
        this.design = design;
        this.level = level;
    }

    /** The same rows seen by another metric, on which it is defined too. */
    Evidence<P> of(SmoothMetric<P> other) {
        return new Evidence<>(other, predictions, other.value(predictions).requireFor(other), design, level);
    }

    SmoothMetric<P> metric() {
        return metric;
    }

    P predictions() {
        return predictions;
    }

    double value() {
        return value;
    }

    double[] influence() {
        return influence;
    }

    Design design() {
        return design;
    }

    double level() {
        return level;
    }

    /** Whether there are enough independent units for an error to exist. */
    boolean hasError() {
        return contributions.hasError();
    }

    /** How many units are independent of each other: clusters where there are any, else rows. */
    int units() {
        return contributions.units();
    }

    Variance population() {
        return contributions.population();
    }

    Variance fullSet() {
        return contributions.fullSet();
    }

    boolean isSpeck(Variance variance) {
        return !(variance.standardError() > ROUNDING * Math.abs(value));
    }

    /** Rows that count one each and are independent, so that counting formulas hold. */
    boolean isPlain() {
        return !design.isSample() && !design.isClustered() && !predictions.isWeighted();
    }

    /** Whether the only weights are those of the sample itself. */
    boolean isSelfWeighted() {
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) != design.sampleWeight(row)) {
                return false;
            }
        }
        return true;
    }

    Interval interval(Variance variance, String method) {
        return Scale.of(metric).interval(value, variance, level, metric.range(), method);
    }

    static int rarerClass(BinaryPredictions predictions) {
        return Math.min(predictions.positives(), predictions.negatives());
    }
}
