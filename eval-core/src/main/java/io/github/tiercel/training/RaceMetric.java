package io.github.tiercel.training;

import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.NonInferiority;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.result.RaceComparison;
import java.util.Optional;

/** A metric to race by: one that has a better end, and influence values to tell gain from noise. */
record RaceMetric<P extends Predictions>(Metric<P> metric) {

    static RaceMetric<?> of(Metric<?> metric) {
        if (metric.direction() == Direction.NEITHER) {
            throw new IllegalArgumentException("The metric \"" + metric.name() + "\" is best between its ends, so no"
                    + " candidate can be said to beat another by it. Race by another.");
        }
        if (!(metric instanceof SmoothMetric)) {
            throw new IllegalArgumentException("The error of \"" + metric.name() + "\" is not known row by row, so a"
                    + " race cannot tell gain from noise. Race by another.");
        }
        return new RaceMetric<>(metric);
    }

    String name() {
        return metric.name();
    }

    Direction direction() {
        return metric.direction();
    }

    Value value(TierScores scores) {
        return metric.value(read(scores));
    }

    /** Each bound at one-sided level 1 - alpha; empty where no error of the difference is known. */
    Optional<RaceComparison> compare(TierScores candidate, TierScores best, double alpha) {
        Difference difference =
                PairedComparison.of(candidate.design(), 1 - 2 * alpha).difference(metric, read(candidate), read(best));
        if (difference.interval().isEmpty() || difference.standardError().isEmpty()) {
            return Optional.empty();
        }
        NonInferiority test = NonInferiority.of(difference, 0, alpha);
        // No gain is no loss either: -0.0 + 0.0 is 0.0.
        return Optional.of(
                new RaceComparison(best.model(), test.gain() + 0.0, test.lowerBound() + 0.0, test.upperBound() + 0.0));
    }

    private P read(TierScores scores) {
        return metric.reads().cast(scores.predictions());
    }
}
