package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.multiclass.ClassMetric;
import java.util.Optional;

/**
 * A rank metric of several classes: the linearised error with t quantiles at (units that hold the rarest class it rests
 * on - 1) at most, as ROC-AUC of two classes has it. One unit of a class has no error of its own, so there is no
 * interval then.
 */
final class ClassRankRule implements IntervalRule<MulticlassPredictions> {

    private final ClassMetric metric;

    ClassRankRule(ClassMetric metric) {
        this.metric = metric;
    }

    @Override
    public Intervals intervals(Subject<MulticlassPredictions> subject) {
        double rarest = Support.rarest(metric, subject.predictions(), subject.design());
        Evidence<MulticlassPredictions> evidence = Evidence.of(subject);
        return rarest < ClassUnits.FEWEST || !evidence.hasError()
                ? Intervals.NONE
                : SmoothRule.withError(
                        evidence,
                        evidence.population().withDegreesAtMost(rarest - 1),
                        evidence.fullSet().withDegreesAtMost(rarest - 1));
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<MulticlassPredictions> subject) {
        double rarest = Support.rarest(metric, subject.predictions(), subject.design());
        Evidence<MulticlassPredictions> evidence = Evidence.of(subject);
        return rarest < ClassUnits.FEWEST || !evidence.hasError()
                ? Optional.empty()
                : SmoothRule.plan(evidence, StratumCounts.classes(subject.design(), metric, subject.predictions()));
    }
}
