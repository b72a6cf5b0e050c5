package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * ROC-AUC: DeLong's error on the logit scale with t quantiles at (rarer class - 1). Where rows are weighted or
 * clustered, the same with sums within units and effective numbers of units for rows; in a sample the linearised error.
 *
 * <p>Above 0.95 with fewer than 50 rows of the rarer class, errors estimated from the data are too small (coverage .79
 * to .88 at level .95 was measured for DeLong and for the bootstrap); there the larger of that error and Hanley and
 * McNeil's is used, which is conservative, and flagged.
 */
final class AucRule implements IntervalRule<BinaryPredictions> {

    private static final double GUARD_ABOVE = 0.95;
    private static final int GUARD_BELOW_ROWS = 50;

    @Override
    public Intervals intervals(Subject<BinaryPredictions> subject) {
        ClassUnits units = ClassUnits.of(subject);
        Optional<InfluenceMoments> moments = subject.moments();
        if (moments.isPresent()) {
            Evidence<BinaryPredictions> evidence = Evidence.of(subject, moments.get());
            return intervals(evidence, units, () -> variance(evidence, moments.get(), units));
        }
        double[] influence = subject.metric().influence(subject.predictions());
        Evidence<BinaryPredictions> evidence = Evidence.of(subject, influence);
        return intervals(evidence, units, () -> variance(evidence, influence, units));
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<BinaryPredictions> subject) {
        ClassUnits units = ClassUnits.of(subject);
        Evidence<BinaryPredictions> evidence = Evidence.of(subject);
        if (units.rarer() < ClassUnits.FEWEST || !evidence.hasError()) {
            return Optional.empty();
        }
        if (EdgeInterval.applies(subject)) {
            return EdgeInterval.plan(evidence);
        }
        if (!evidence.canSpread(evidence.population())) {
            return Optional.empty();
        }
        PlannedPositives counts = PlannedPositives.of(subject.predictions(), subject.design());
        StratumSpreads spreads = evidence.spreads();
        return Optional.of(ErrorPlan.of(
                subject.design(),
                sampled -> planned(
                        evidence,
                        spreads.fullSet(sampled),
                        counts.units(sampled),
                        counts.at(sampled).shareLeft()),
                sampled -> planned(evidence, spreads.population(sampled), counts.units(sampled), 1)));
    }

    private static Optional<Interval> planned(
            Evidence<BinaryPredictions> evidence, Variance variance, ClassUnits units, double left) {
        return units.rarer() < ClassUnits.FEWEST
                ? Optional.empty()
                : Optional.of(evidence.interval(
                        guarded(evidence, variance.withDegreesAtMost(units.rarer() - 1), units, left), "influence"));
    }

    private static Intervals intervals(
            Evidence<BinaryPredictions> evidence, ClassUnits units, Supplier<Variance> unguarded) {
        Subject<BinaryPredictions> subject = evidence.subject();
        if (units.rarer() < ClassUnits.FEWEST || !evidence.hasError()) {
            return Intervals.NONE;
        }
        if (EdgeInterval.applies(subject)) {
            return EdgeInterval.of(evidence);
        }
        Variance plain = unguarded.get();
        if (!evidence.canSpread(plain)) {
            return Intervals.NONE;
        }
        Variance guarded = guarded(evidence, plain, units, 1);
        Interval population = evidence.interval(guarded, subject.isPlain() ? "delong" : "influence");
        Intervals intervals = Intervals.of(population, fullSet(evidence, units), population, guarded.standardError());
        return guarded.value() > plain.value() ? intervals.with(EstimateFlag.GUARDED) : intervals;
    }

    private static Optional<Interval> fullSet(Evidence<BinaryPredictions> evidence, ClassUnits units) {
        if (!evidence.design().isSample()) {
            return Optional.empty();
        }
        double left = Positives.of(evidence.predictions(), evidence.design()).shareLeft();
        Variance variance = guarded(evidence, evidence.fullSet().withDegreesAtMost(units.rarer() - 1), units, left);
        return Optional.of(evidence.interval(variance, "influence"));
    }

    private static Variance variance(Evidence<BinaryPredictions> evidence, InfluenceMoments moments, ClassUnits units) {
        double most = units.rarer() - 1;
        return evidence.subject().isCounted()
                ? new Variance(AucError.delongVariance(evidence.predictions(), moments), most)
                : evidence.population().withDegreesAtMost(most);
    }

    private static Variance variance(Evidence<BinaryPredictions> evidence, double[] influence, ClassUnits units) {
        double most = units.rarer() - 1;
        if (evidence.subject().isPlain()) {
            return new Variance(AucError.delongVariance(evidence.predictions(), influence), most);
        }
        Variance linearised = evidence.population().withDegreesAtMost(most);
        if (evidence.design().isSample()) {
            return linearised;
        }
        ClassSums sums = ClassSums.of(evidence.design(), evidence.predictions(), influence);
        double byClass = sums.variance(units, evidence.contributions().units());
        return new Variance(byClass, linearised.degreesOfFreedom());
    }

    static boolean isGuarded(double value, double rarer) {
        return value > GUARD_ABOVE && rarer < GUARD_BELOW_ROWS;
    }

    /** The share left of the planning variance is what the finite population leaves of it. */
    private static Variance guarded(
            Evidence<BinaryPredictions> evidence, Variance plain, ClassUnits units, double left) {
        if (!isGuarded(evidence.value(), units.rarer())) {
            return plain;
        }
        double planned = AucError.hanleyMcNeil(evidence.value(), units.positives(), units.negatives());
        return new Variance(Math.max(plain.value(), left * planned * planned), plain.degreesOfFreedom());
    }
}
