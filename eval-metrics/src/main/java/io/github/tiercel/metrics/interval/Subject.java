package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.Optional;

/** What an interval is asked for: a defined value of a metric, and how the rows came to be that it is the value of. */
record Subject<P extends Predictions>(
        SmoothMetric<P> metric, P predictions, double value, Design design, double level) {

    /** The same rows seen by another metric, on which it is defined too. */
    Subject<P> of(SmoothMetric<P> other) {
        return new Subject<>(other, predictions, other.value(predictions).requireFor(other), design, level);
    }

    /** Rows that count alike and are independent, so that counting formulas hold. */
    boolean isPlain() {
        return !design.isSample() && !design.isClustered() && isEvenlyWeighted();
    }

    /** The moments of influence values where they can be had without an array: of independent rows that count one. */
    Optional<InfluenceMoments> moments() {
        return InfluenceMoments.of(design, metric, predictions, value);
    }

    /** Independent rows that count one each. */
    boolean isCounted() {
        return isCounted(design, predictions);
    }

    static boolean isCounted(Design design, Predictions predictions) {
        return !design.isSample() && !design.isClustered() && !predictions.isWeighted();
    }

    /** Whether all rows that count have the same weight. */
    boolean isEvenlyWeighted() {
        double common = commonWeight();
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0 && predictions.weight(row) != common) {
                return false;
            }
        }
        return true;
    }

    /** The weight of the first row that counts, which is that of all if they have the same; 1 if none counts. */
    double commonWeight() {
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                return predictions.weight(row);
            }
        }
        return 1;
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
}
