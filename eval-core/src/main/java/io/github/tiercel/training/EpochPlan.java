package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.List;
import java.util.Optional;

/** What a training run evaluates and when it stops, with every default filled in. */
record EpochPlan(
        String run,
        List<Tier> tiers,
        Metric<?> monitored,
        Optional<StoppingRule> stopping,
        Budget budget,
        FailurePolicy onFailure,
        boolean borrows) {

    Tier smallest() {
        return tiers.get(0);
    }

    Tier largest() {
        return tiers.get(tiers.size() - 1);
    }

    String monitor() {
        return monitored.name();
    }

    Direction direction() {
        return monitored.direction();
    }

    /** Where nobody asked to stop, epochs are compared all the same; plainly where the metric has no known error. */
    ProgressRule progress(Evaluator evaluator, SampleGrowth growth) {
        if (stopping.isPresent() && stopping.get() instanceof Patience patience) {
            return new ValueProgress(direction(), Optional.of(patience));
        }
        if (!(monitored instanceof SmoothMetric)) {
            return new ValueProgress(direction(), Optional.empty());
        }
        EarlyStopping rule = stopping.isPresent() && stopping.get() instanceof EarlyStopping asked
                ? asked
                : EarlyStopping.of(monitor(), Integer.MAX_VALUE);
        return new PairedProgress(evaluator, growth, rule, direction(), AlphaSpending.over(rule, budget.epochs()));
    }
}
