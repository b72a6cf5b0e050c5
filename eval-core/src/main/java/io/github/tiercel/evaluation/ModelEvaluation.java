package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is found about one model, beside a baseline if there is one, on the rows of a tier. */
final class ModelEvaluation {

    /** More points than this do not show on any screen. */
    private static final int CURVE_POINTS = 512;

    private final SampledRows rows;
    private final Settings settings;
    private final Optional<Contender> baseline;
    private final Estimates estimates;
    private final Optional<BaselineResult> baselineResult;

    ModelEvaluation(SampledRows rows, Settings settings, Optional<Contender> baseline) {
        this.rows = rows;
        this.settings = settings;
        this.baseline = baseline;
        this.estimates = new Estimates(settings, rows.design());
        this.baselineResult = baseline.map(other -> new BaselineResult(other.model(), estimates.of(other)));
    }

    ModelResult of(Contender model, EvaluationSet set) {
        Map<String, Estimate> metrics = estimates.of(model);
        BinaryPredictions predictions = model.predictions();
        return new ModelResult(
                model.model(),
                "binary",
                settings.tier().name(),
                predictions.rows(),
                set.rows(),
                predictions.positives(),
                metrics,
                confusion(predictions),
                bestThreshold(predictions.groups(), metrics),
                curves(predictions.groups()),
                slices(model, set.slices()),
                baselineResult,
                baseline.map(other -> estimates.differences(model, other)).orElse(Map.of()),
                List.of(),
                Notices.of(model, baseline, metrics, settings)
                        .andOfRows(set.hasIds(), rows.isSample(), settings.replicates())
                        .list());
    }

    private Optional<ConfusionMatrix> confusion(BinaryPredictions predictions) {
        return predictions.areProbabilities()
                ? Optional.of(ConfusionMatrix.at(predictions, settings.threshold()))
                : Optional.empty();
    }

    private static Optional<BestThreshold> bestThreshold(ScoreGroups groups, Map<String, Estimate> metrics) {
        Optional<Estimate> estimate = Optional.ofNullable(metrics.get(BinaryMetrics.BEST_F1.name()));
        return estimate.flatMap(asked -> BinaryMetrics.BEST_F1.choose(groups))
                .map(choice -> new BestThreshold(
                        choice.threshold(),
                        choice.value(),
                        estimate.flatMap(Estimate::bootstrap).map(BootstrapInterval::interval)));
    }

    private static Optional<Curves> curves(ScoreGroups groups) {
        return RocCurve.of(groups, CURVE_POINTS)
                .flatMap(roc -> PrecisionRecallCurve.of(groups, CURVE_POINTS).map(pr -> new Curves(roc, pr)));
    }

    private List<SliceResult> slices(Contender model, List<TextColumn> columns) {
        List<SliceResult> results = new ArrayList<>();
        for (TextColumn column : columns) {
            for (Slices.Slice slice : Slices.of(column, rows)) {
                results.add(slice(model, slice));
            }
        }
        return results;
    }

    private SliceResult slice(Contender model, Slices.Slice slice) {
        Estimates ofSlice = new Estimates(settings, rows.design().select(slice.places()));
        Contender part = model.select(slice.places(), settings.metrics());
        Map<String, Difference> comparison = baseline.map(
                        other -> ofSlice.differences(part, other.select(slice.places(), settings.metrics())))
                .orElse(Map.of());
        return new SliceResult(
                slice.column(),
                slice.value(),
                part.predictions().weightedRows(),
                part.predictions().positives(),
                ofSlice.of(part),
                comparison);
    }
}
