package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import java.util.Optional;

/**
 * ROC-AUC: DeLong's error on the logit scale with t quantiles at (rarer class - 1), or the linearised error where rows
 * are weighted, clustered or sampled.
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
        int rarer = Evidence.rarerClass(subject.predictions());
        double[] influence = subject.metric().influence(subject.predictions());
        Evidence<BinaryPredictions> evidence = Evidence.of(subject, influence);
        if (rarer < 2 || !evidence.hasError()) {
            return Intervals.NONE;
        }
        if (EdgeInterval.applies(subject)) {
            return EdgeInterval.of(evidence);
        }
        Variance plain = variance(evidence, influence, rarer);
        if (!evidence.canSpread(plain)) {
            return Intervals.NONE;
        }
        Variance guarded = guarded(evidence, plain, rarer, 1);
        Interval population = evidence.interval(guarded, subject.isPlain() ? "delong" : "influence");
        Intervals intervals = Intervals.of(population, fullSet(evidence, rarer), population, guarded.standardError());
        return guarded.value() > plain.value() ? intervals.with(EstimateFlag.GUARDED) : intervals;
    }

    private static Optional<Interval> fullSet(Evidence<BinaryPredictions> evidence, int rarer) {
        if (!evidence.design().isSample()) {
            return Optional.empty();
        }
        double left = Positives.of(evidence.predictions(), evidence.design()).shareLeft();
        Variance variance = guarded(evidence, evidence.fullSet().withDegreesAtMost(rarer - 1.0), rarer, left);
        return Optional.of(evidence.interval(variance, "influence"));
    }

    private static Variance variance(Evidence<BinaryPredictions> evidence, double[] influence, int rarer) {
        return evidence.subject().isPlain()
                ? new Variance(AucError.delongVariance(evidence.predictions(), influence), rarer - 1.0)
                : evidence.population().withDegreesAtMost(rarer - 1.0);
    }

    /** The share left of the planning variance is what the finite population leaves of it. */
    private static Variance guarded(Evidence<BinaryPredictions> evidence, Variance plain, int rarer, double left) {
        if (evidence.value() <= GUARD_ABOVE || rarer >= GUARD_BELOW_ROWS) {
            return plain;
        }
        BinaryPredictions predictions = evidence.predictions();
        double planned = AucError.hanleyMcNeil(evidence.value(), predictions.positives(), predictions.negatives());
        return new Variance(Math.max(plain.value(), left * planned * planned), plain.degreesOfFreedom());
    }
}
