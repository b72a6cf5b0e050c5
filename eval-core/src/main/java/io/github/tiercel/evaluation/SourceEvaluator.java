package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import java.util.Locale;
import java.util.Optional;

/** Evaluates and plans what was asked of an evaluator, wherever scores come from. */
record SourceEvaluator(EvaluationSet set, KeptRows rows, Configuration asked) {

    EvaluationResult evaluate(Tier tier, Sources sources, Optional<Reference> lender) {
        asked.check(tier, sources);
        asked.checkServing(sources);
        SampledRows wanted = rows.of(tier.rows());
        requireIntervals(wanted);
        return evaluate(asked.settings(tier), wanted, sources, lender);
    }

    private <P extends Predictions> EvaluationResult evaluate(
            Settings<P> settings, SampledRows wanted, Sources sources, Optional<Reference> lender) {
        return settings.tier().rows() instanceof SampleRows.HalfWidth growing && sources.canGrow()
                ? new GrowingEvaluation<>(set, settings, growing).of(wanted, sources, asked.judge())
                : new TierEvaluation<>(set, settings, wanted, lender).of(sources, asked.judge());
    }

    SamplePlan plan(Tier pilot, double halfWidth, Sources sources) {
        asked.check(pilot, sources);
        return new GrowingEvaluation<>(set, asked.settings(pilot), new SampleRows.HalfWidth(halfWidth))
                .plan(SampledRows.ofPilot(set, pilot.rows()), sources);
    }

    private void requireIntervals(SampledRows wanted) {
        if (wanted.isSample() && asked.intervals() == IntervalKind.BOOTSTRAP) {
            throw new UsageException(
                    "USAGE",
                    "Bootstrap intervals need all rows, but the tier takes a sample of "
                            + String.format(Locale.ROOT, "%,d of %,d", wanted.size(), set.rows())
                            + ". Use the full tier or intervals from influence values.");
        }
    }
}
