package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.List;
import java.util.Optional;

/** Any smooth metric: the linearised error from influence values, a t quantile, on the scale of the metric's range. */
final class SmoothRule<P extends Predictions> implements IntervalRule<P> {

    private static final int FEWEST_DECISIONS = 5;

    /** Labels of a sample that are drawn about equally often differ by less. */
    private static final double MUCH_MORE = 2;

    @Override
    public Intervals intervals(Subject<P> subject) {
        Evidence<P> evidence = Evidence.of(subject);
        Optional<DecisionMover> decisions = DecisionMover.of(subject);
        if (decisions.isPresent()) {
            return ofDecisions(decisions.get(), evidence);
        }
        return evidence.hasError() && !restsOnTooFew(subject)
                ? withError(evidence, evidence.population(), evidence.fullSet())
                : Intervals.NONE;
    }

    private static Intervals ofDecisions(DecisionMover mover, Evidence<?> evidence) {
        Interval population = mover.population();
        if (!Double.isFinite(population.width())) {
            return Intervals.NONE;
        }
        double standardError = evidence.population().standardError();
        Intervals intervals = Intervals.of(population, Optional.of(mover.fullSet()), population, standardError);
        return mover.restsOnFew() ? intervals.with(EstimateFlag.SMALL_SAMPLE) : intervals;
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<P> subject) {
        Optional<DecisionMover> decisions = DecisionMover.of(subject);
        if (decisions.isPresent()) {
            return decisions.get().plan(subject.design());
        }
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
     * In a sample in which one label is drawn more often than the other, few sampled decisions stand for many; with a
     * handful of right ones of either kind, or of wrong ones among rows that weigh much more, the linearised error is
     * no error at all.
     */
    private static boolean restsOnTooFew(Subject<?> subject) {
        if (!subject.design().isSample()
                || !(subject.metric() instanceof ConfusionMetric confusion)
                || !(subject.predictions() instanceof BinaryPredictions binary)) {
            return false;
        }
        int[] right = new int[2];
        int[] wrong = new int[2];
        for (int row = 0; row < binary.rows(); row++) {
            if (binary.weight(row) > 0) {
                boolean predicted = binary.score(row) >= confusion.threshold();
                (binary.label(row) == predicted ? right : wrong)[binary.label(row) ? 1 : 0]++;
            }
        }
        Positives counts = Positives.of(binary, subject.design());
        double positive = counts.positivesInAll() / counts.positivesSampled();
        double negative = counts.negativesInAll() / counts.negativesSampled();
        return Math.min(right[0], right[1]) < FEWEST_DECISIONS
                || (negative > MUCH_MORE * positive && wrong[0] < FEWEST_DECISIONS)
                || (positive > MUCH_MORE * negative && wrong[1] < FEWEST_DECISIONS);
    }
}
