package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.SampleGrowth;
import io.github.tiercel.result.SamplePlan;
import io.github.tiercel.sampling.SampleSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An evaluation whose sample grows until every metric is known closely enough for all rows. In between only values and
 * plans are made; slices, findings and gates are of the last size alone.
 */
final class GrowingEvaluation<P extends Predictions> {

    private final EvaluationSet set;
    private final Settings<P> settings;
    private final SampleRows.HalfWidth wanted;
    private final double halfWidth;

    GrowingEvaluation(EvaluationSet set, Settings<P> settings, SampleRows.HalfWidth wanted) {
        this.set = set;
        this.settings = settings;
        this.wanted = wanted;
        this.halfWidth = wanted.halfWidth();
    }

    EvaluationResult of(SampledRows start, Sources sources, Optional<Judge> judge) {
        SampledRows rows = start;
        ValuedModels<P> models = on(rows).valued(sources);
        List<Integer> sizes = new ArrayList<>(List.of(rows.size()));
        Optional<SamplePlan> plan = rows.isSample() ? Optional.of(plan(rows, models)) : Optional.empty();
        OptionalInt next = rows.isSample() ? next(plan.orElseThrow(), wanted.of(set.order())) : OptionalInt.empty();
        while (next.isPresent()) {
            int step = next.getAsInt();
            rows = SampledRows.of(set, new SampleRows.Exactly(step));
            models = on(rows).valued(sources).after(models);
            sizes.add(rows.size());
            plan = rows.isSample() ? Optional.of(plan(rows, models)) : plan;
            next = rows.isSample() ? next(plan.orElseThrow(), step) : OptionalInt.empty();
        }
        EvaluationResult result = on(rows).of(models, judge);
        return told(result, sizes).withGrowth(new SampleGrowth(halfWidth, sizes, plan));
    }

    SamplePlan plan(SampledRows pilot, Sources sources) {
        return plan(pilot, on(pilot).valued(sources));
    }

    private TierEvaluation<P> on(SampledRows rows) {
        return new TierEvaluation<>(set, settings, rows, Optional.empty());
    }

    private SamplePlan plan(SampledRows rows, ValuedModels<P> models) {
        return new Planning<>(set.order(), settings, rows, halfWidth).of(models);
    }

    /**
     * The first step that should do; empty if the rows of the plan do already. Whole groups may have filled the step
     * before only in part, so that steps and not rows say what comes next.
     */
    private OptionalInt next(SamplePlan plan, int step) {
        List<PlannedMetric> wide = plan.metrics().stream()
                .filter(metric -> isWide(metric, plan.rows()))
                .toList();
        if (wide.isEmpty()) {
            return OptionalInt.empty();
        }
        // What cannot be planned yet may do at the next step, or at all rows only.
        int needed = wide.stream()
                .filter(metric -> !metric.isOpen())
                .flatMapToInt(metric -> metric.rowsNeeded().stream())
                .max()
                .orElse(0);
        int least = Math.max(needed, step + 1);
        return Arrays.stream(SampleSize.schedule(plan.rowsTotal()))
                .filter(size -> size >= least)
                .findFirst();
    }

    private boolean isWide(PlannedMetric metric, int rows) {
        boolean wide =
                metric.width(rows).map(width -> width.fullSet() > halfWidth).orElse(metric.isOpen());
        return wide && !metric.ofDifference();
    }

    private EvaluationResult told(EvaluationResult result, List<Integer> sizes) {
        if (sizes.size() == 1) {
            return result;
        }
        int last = sizes.get(sizes.size() - 1);
        String text = "The sample grew from "
                + String.join(" to ", sizes.stream().map(Notices::number).toList())
                + (last == set.rows() ? " rows, which are all" : " of " + Notices.number(set.rows()) + " rows")
                + String.format(Locale.ROOT, ", to know every metric to %s for all rows.", halfWidth);
        List<Notice> notices = List.of(new Notice("GREW", text));
        List<ModelResult> models = result.models().stream()
                .map(model -> model.withNotices(notices))
                .toList();
        return result.withModels(models);
    }
}
