package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gini, {@code 2 AUC - 1}: the intervals of ROC-AUC on its scale, guarded near 1 as they are. */
final class GiniRule implements IntervalRule<BinaryPredictions> {

    @Override
    public Intervals intervals(Subject<BinaryPredictions> subject) {
        Intervals auc = new AucRule().intervals(subject.of(BinaryMetrics.ROC_AUC));
        return new Intervals(
                auc.population().map(GiniRule::stretched),
                auc.fullSet().map(GiniRule::stretched),
                auc.gate().map(GiniRule::stretched),
                auc.standardError().isPresent()
                        ? OptionalDouble.of(2 * auc.standardError().getAsDouble())
                        : OptionalDouble.empty(),
                auc.flags());
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<BinaryPredictions> subject) {
        return new AucRule().plan(subject.of(BinaryMetrics.ROC_AUC)).map(auc -> auc.stretched(2));
    }

    private static Interval stretched(Interval auc) {
        return new Interval(2 * auc.lower() - 1, 2 * auc.upper() - 1, auc.level(), auc.method());
    }
}
