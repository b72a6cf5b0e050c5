package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import java.util.Optional;

/**
 * Average precision and the other areas under the precision-recall curve: the linearised error on the logit scale with
 * t quantiles at (positives - 1), positives being the effective number of units that hold one.
 *
 * <p>For gates, below 50 positives, and in every sample, the error is at least Boyd's planning error {@code 1 / sqrt(n
 * AP (1 - AP))} on the logit scale, n being the effective number of positives; in a sample n is {@code sqrt(n_pos N_pos
 * n_0 / N_0)}, an empirical rule, times {@code 1 - n_0 / N_0} for the value on the full set.
 *
 * <p>Source: K. Boyd, K. H. Eng, C. D. Page, ECML PKDD 2013, doi:10.1007/978-3-642-40994-3_29.
 */
final class AveragePrecisionRule implements IntervalRule<BinaryPredictions> {

    private static final int GUARD_BELOW_POSITIVES = 50;
    private static final int FEWEST_EFFECTIVE = 100;

    @Override
    public Intervals intervals(Subject<BinaryPredictions> subject) {
        Evidence<BinaryPredictions> evidence = Evidence.of(subject);
        if (Positives.effective(subject.predictions(), subject.design()) < ClassUnits.FEWEST || !evidence.hasError()) {
            return Intervals.NONE;
        }
        if (EdgeInterval.applies(subject)) {
            return EdgeInterval.of(evidence);
        }
        Variance plain = evidence.population();
        if (!evidence.canSpread(plain)) {
            return Intervals.NONE;
        }
        return evidence.design().isSample() ? ofSample(evidence, plain) : ofAll(evidence, plain);
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<BinaryPredictions> subject) {
        Evidence<BinaryPredictions> evidence = Evidence.of(subject);
        if (Positives.effective(subject.predictions(), subject.design()) < ClassUnits.FEWEST || !evidence.hasError()) {
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
                        counts.at(sampled),
                        counts.at(sampled).shareLeft()),
                sampled -> planned(evidence, spreads.population(sampled), counts.at(sampled), 1)));
    }

    private static Optional<Interval> planned(
            Evidence<BinaryPredictions> evidence, Variance variance, Positives counts, double left) {
        double effective = counts.effectiveInSample();
        return counts.effective() < ClassUnits.FEWEST
                ? Optional.empty()
                : Optional.of(evidence.interval(
                        guarded(evidence.value(), atMost(variance, effective - 1), effective, left), "influence-boyd"));
    }

    private static Intervals ofAll(Evidence<BinaryPredictions> evidence, Variance plain) {
        double positives = Positives.effective(evidence.predictions(), evidence.design());
        Variance own = atMost(plain, positives - 1);
        Variance guarded = guarded(evidence.value(), own, positives, 1);
        boolean few = positives < GUARD_BELOW_POSITIVES;
        Interval population = evidence.interval(few ? guarded : own, "influence");
        Interval gate = evidence.interval(guarded, "influence-boyd");
        Intervals intervals = Intervals.of(population, Optional.empty(), gate, (few ? guarded : own).standardError());
        return few && guarded.value() > own.value() ? intervals.with(EstimateFlag.GUARDED) : intervals;
    }

    private static Intervals ofSample(Evidence<BinaryPredictions> evidence, Variance plain) {
        Positives counts = Positives.of(evidence.predictions(), evidence.design());
        double effective = counts.effectiveInSample();
        Variance world = guarded(evidence.value(), atMost(plain, effective - 1), effective, 1);
        Variance full =
                guarded(evidence.value(), atMost(evidence.fullSet(), effective - 1), effective, counts.shareLeft());
        Interval population = evidence.interval(world, "influence-boyd");
        Interval fullSet = evidence.interval(full, "influence-boyd");
        Intervals intervals = Intervals.of(population, Optional.of(fullSet), population, world.standardError());
        return effective < FEWEST_EFFECTIVE ? intervals.with(EstimateFlag.SMALL_SAMPLE) : intervals;
    }

    /** The larger of the estimated variance and Boyd's, brought from the logit scale to that of the value. */
    private static Variance guarded(double value, Variance own, double positives, double left) {
        double boyd = left * value * (1 - value) / positives;
        return new Variance(Math.max(own.value(), boyd), own.degreesOfFreedom());
    }

    private static Variance atMost(Variance variance, double degreesOfFreedom) {
        return variance.withDegreesAtMost(Math.max(1, degreesOfFreedom));
    }
}
