package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.TimeBreakdown;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One evaluation of some models on the rows of a tier, step by step: scores, values, intervals, verdict. */
final class TierEvaluation<P extends Predictions> {

    private final EvaluationSet set;
    private final Settings<P> settings;
    private final SampledRows rows;
    private final Optional<Reference> lender;

    TierEvaluation(EvaluationSet set, Settings<P> settings, SampledRows rows, Optional<Reference> lender) {
        this.set = set;
        this.settings = settings;
        this.rows = rows;
        this.lender = lender;
    }

    EvaluationResult of(List<ScoreSource> candidates, Optional<ScoreSource> baseline, Optional<Judge> judge) {
        Stopwatch stopwatch = new Stopwatch();
        Optional<Scored> reference = baseline.map(this::scored);
        List<Scored> models = candidates.stream().map(this::scored).toList();
        InferenceCost cost = Stream.concat(models.stream(), reference.stream())
                .map(scored -> scored.rows().cost())
                .reduce(InferenceCost.NONE, InferenceCost::plus);
        // What joining scores with labels took belongs to the metrics.
        double metricsMillis = Math.max(0, stopwatch.lap() - cost.millis());
        Optional<Contender<P>> other = reference.map(this::contender);
        List<Contender<P>> contenders = models.stream().map(this::contender).toList();
        Optional<Borrowing<P>> borrowing = lender.flatMap(known -> Borrowing.of(known, rows, settings));
        metricsMillis += stopwatch.lap();
        Resampling<P> resampling = new Resampling<>(set, settings, rows.isSample());
        List<Contender<P>> resampled =
                resampling.of(Stream.concat(contenders.stream(), other.stream()).toList());
        ModelEvaluation<P> evaluation =
                new ModelEvaluation<>(rows, settings, other.map(any -> resampled.get(contenders.size())), borrowing);
        List<ModelResult> results = resampled.subList(0, contenders.size()).stream()
                .map(model -> evaluation.of(model, set))
                .toList();
        double intervalsMillis = stopwatch.lap();
        EvaluationResult result = new EvaluationResult(
                Optional.empty(),
                noticed(results, models, reference),
                new TimeBreakdown(
                        0, cost, metricsMillis, intervalsMillis, cost.millis() + metricsMillis + intervalsMillis),
                provenance(candidates, baseline),
                Optional.empty());
        // Nobody has seen what ends in an error before this.
        EvaluationResult counted =
                used(candidates, baseline).map(result::withHoldout).orElse(result);
        return judge.map(verdicts -> verdicts.judge(counted)).orElse(counted);
    }

    private Provenance provenance(List<ScoreSource> candidates, Optional<ScoreSource> baseline) {
        Provenance provenance = Provenances.of(set, settings, rows.size());
        Stream<ScoreSource> known =
                lender.filter(any -> rows.isSample()).stream().map(reference -> new KnownScores(reference.scores()));
        for (ScoreSource source : Stream.concat(Stream.concat(candidates.stream(), baseline.stream()), known)
                .toList()) {
            Optional<String> model = source.fingerprint();
            if (model.isPresent()) {
                provenance = provenance.withFingerprint("model " + source.model(), model.get());
            }
        }
        return provenance;
    }

    /** The last to be counted is told of all. */
    private Optional<HoldoutUse> used(List<ScoreSource> candidates, Optional<ScoreSource> baseline) {
        String tier = settings.tier().name();
        return Stream.concat(baseline.stream(), candidates.stream())
                .flatMap(source -> source.used(tier).stream())
                .reduce((earlier, later) -> later);
    }

    private record Scored(String model, ScoredRows rows) {}

    private Scored scored(ScoreSource source) {
        return new Scored(source.model(), source.of(rows));
    }

    private Contender<P> contender(Scored scored) {
        P predictions = settings.kind().reads().cast(scored.rows().predictions());
        Contender<P> contender = Contender.of(scored.model(), predictions, settings);
        contender.values().forEach((name, value) -> {
            if (settings.demanded().contains(name) && isForBadScores(value)) {
                throw scored.rows().all().get().notProbabilities(name);
            }
        });
        return contender;
    }

    private static boolean isForBadScores(Value value) {
        return value.reason()
                .filter(why ->
                        why == UndefinedReason.NOT_PROBABILITIES || why == UndefinedReason.ROWS_DO_NOT_SUM_TO_ONE)
                .isPresent();
    }

    /** What the store says of a baseline's scores concerns every model that is compared with it. */
    private static List<ModelResult> noticed(
            List<ModelResult> results, List<Scored> models, Optional<Scored> reference) {
        List<Notice> ofBaseline =
                reference.map(scored -> scored.rows().notices()).orElse(List.of());
        return IntStream.range(0, results.size())
                .mapToObj(i -> results.get(i)
                        .withNotices(models.get(i).rows().notices())
                        .withNotices(ofBaseline))
                .toList();
    }
}
