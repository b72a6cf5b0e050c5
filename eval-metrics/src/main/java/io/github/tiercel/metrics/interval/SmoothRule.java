package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.List;
import java.util.Optional;

/** Any smooth metric: the linearised error from influence values, a t quantile, on the scale of the metric's range. */
final class SmoothRule<P extends Predictions> implements IntervalRule<P> {

    private static final int FEWEST_DECISIONS = 5;

    @Override
    public Intervals intervals(Subject<P> subject) {
        Evidence<P> evidence = Evidence.of(subject);
        return evidence.hasError() && !restsOnTooFew(subject)
                ? withError(evidence, evidence.population(), evidence.fullSet())
                : Intervals.NONE;
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<P> subject) {
        Evidence<P> evidence = Evidence.of(subject);
        return evidence.hasError() && !restsOnTooFew(subject) ? plan(evidence, List.of()) : Optional.empty();
    }

    /** Degrees of freedom are at most one less than the rows of the rarest of some classes. */
    static <P extends Predictions> Optional<ErrorPlan> plan(Evidence<P> evidence, List<StratumCounts> classes) {
        if (EdgeInterval.applies(evidence.subject())) {
            return EdgeInterval.plan(evidence);
        }
        if (!evidence.canSpread(evidence.population())) {
            return Optional.empty();
        }
        StratumSpreads spreads = evidence.spreads();
        return Optional.of(ErrorPlan.of(
                evidence.design(),
                sampled -> planned(evidence, spreads.fullSet(sampled), StratumCounts.fewest(classes, sampled)),
                sampled -> planned(evidence, spreads.population(sampled), StratumCounts.fewest(classes, sampled))));
    }

    private static Optional<Interval> planned(Evidence<?> evidence, Variance variance, double rarest) {
        return rarest < ClassUnits.FEWEST
                ? Optional.empty()
                : Optional.of(evidence.interval(variance.withDegreesAtMost(rarest - 1), "influence"));
    }

    static <P extends Predictions> Intervals withError(Evidence<P> evidence, Variance world, Variance fullSet) {
        if (EdgeInterval.applies(evidence.subject())) {
            return EdgeInterval.of(evidence);
        }
        if (!evidence.canSpread(world)) {
            return Intervals.NONE;
        }
        Interval population = evidence.interval(world, "influence");
        Optional<Interval> full =
                evidence.design().isSample() ? Optional.of(evidence.interval(fullSet, "influence")) : Optional.empty();
        return Intervals.of(population, full, population, world.standardError());
    }

    /**
     * In a sample with oversampled positives few sampled decisions stand for many, and rows that were not drawn weigh
     * more than those that were; with a handful of right decisions of either kind the linearised error is no error at
     * all.
     */
    private static boolean restsOnTooFew(Subject<?> subject) {
        if (!subject.design().isSample()
                || !(subject.metric() instanceof ConfusionMetric confusion)
                || !(subject.predictions() instanceof BinaryPredictions binary)) {
            return false;
        }
        int truePositives = 0;
        int trueNegatives = 0;
        for (int row = 0; row < binary.rows(); row++) {
            boolean predicted = binary.score(row) >= confusion.threshold();
            truePositives += binary.weight(row) > 0 && binary.label(row) && predicted ? 1 : 0;
            trueNegatives += binary.weight(row) > 0 && !binary.label(row) && !predicted ? 1 : 0;
        }
        return Math.min(truePositives, trueNegatives) < FEWEST_DECISIONS;
    }
}
