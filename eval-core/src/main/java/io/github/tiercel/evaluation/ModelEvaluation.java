package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.TaskFindings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is found about one model, beside a baseline if there is one, on the rows of a tier. */
final class ModelEvaluation<P extends Predictions> {

    private final SampledRows rows;
    private final Settings<P> settings;
    private final Optional<Contender<P>> baseline;
    private final Estimates<P> estimates;
    private final Optional<BaselineResult> baselineResult;
    private final Optional<Borrowing<P>> borrowing;

    ModelEvaluation(
            SampledRows rows,
            Settings<P> settings,
            Optional<Contender<P>> baseline,
            Optional<ServingProfile> baselineServing,
            Optional<Borrowing<P>> borrowing) {
        this.rows = rows;
        this.settings = settings;
        this.baseline = baseline;
        this.estimates = new Estimates<>(settings, rows.design());
        this.baselineResult = baseline.map(other -> settings.kind()
                .drawn(
                        new BaselineResult(other.model(), estimates.of(other), baselineServing),
                        other.predictions(),
                        estimates));
        this.borrowing = borrowing;
    }

    ModelResult of(Contender<P> model, EvaluationSet set) {
        Map<String, Estimate> plain = estimates.of(model);
        Optional<Borrowing.Borrowings> borrowed = borrowing.map(from -> from.from(plain, model));
        Map<String, Estimate> metrics =
                borrowed.map(Borrowing.Borrowings::estimates).orElse(plain);
        ListedSlices<P> slices = ListedSlices.of(rows, settings, model, baseline, set);
        ModelResult result = new ModelResult(
                        model.model(),
                        settings.tier().name(),
                        model.predictions().weightedRows(),
                        set.weightedRows(),
                        metrics,
                        findings(model, metrics, set),
                        slices.results(),
                        baselineResult,
                        baseline.map(other -> estimates.differences(model, other))
                                .orElse(Map.of()),
                        List.of(),
                        Notices.of(model, baseline, metrics, settings)
                                .andOfRows(
                                        set.hasIds(),
                                        rows.isSample(),
                                        settings.plan().replicates())
                                .and(rows.notices())
                                .and(slices.notices())
                                .list())
                .withSmallSlices(slices.small());
        ModelResult noticed =
                borrowed.map(found -> result.withNotices(found.notices())).orElse(result);
        return SliceSearcher.searched(FoldSpreads.of(noticed, set.folds()), model, baseline, settings, rows, set);
    }

    private TaskFindings findings(Contender<P> model, Map<String, Estimate> metrics, EvaluationSet set) {
        return settings.tier().metricsOnly()
                ? settings.kind().bare(model.predictions())
                : settings.kind().findings(model, metrics, estimates, new Units(set, rows.isSample()));
    }
}
