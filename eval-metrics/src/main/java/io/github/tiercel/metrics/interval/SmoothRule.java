package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import java.util.Optional;

/** Any smooth metric: the linearised error from influence values, a t quantile, on the scale of the metric's range. */
final class SmoothRule<P extends Predictions> implements IntervalRule<P> {

    @Override
    public Intervals intervals(Evidence<P> evidence) {
        if (!evidence.hasError()) {
            return Intervals.NONE;
        }
        if (EdgeInterval.applies(evidence)) {
            return EdgeInterval.of(evidence);
        }
        Variance variance = evidence.population();
        if (evidence.isSpeck(variance)) {
            return Intervals.NONE;
        }
        Interval population = evidence.interval(variance, "influence");
        return Intervals.of(population, fullSet(evidence), population, variance.standardError());
    }

    static <P extends Predictions> Optional<Interval> fullSet(Evidence<P> evidence) {
        return evidence.design().isSample()
                ? Optional.of(evidence.interval(evidence.fullSet(), "influence"))
                : Optional.empty();
    }
}
