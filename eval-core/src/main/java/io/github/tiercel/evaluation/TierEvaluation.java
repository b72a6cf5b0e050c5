package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.TimeBreakdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    EvaluationResult of(Sources sources, Optional<Judge> judge) {
        return of(valued(sources), judge);
    }

    /** Scores the rows, and computes every metric's value; what comes after that is of one size only. */
    ValuedModels<P> valued(Sources sources) {
        Stopwatch stopwatch = new Stopwatch();
        Optional<ScoredRows> reference = sources.baseline().map(source -> source.of(rows));
        List<ScoredRows> models =
                sources.candidates().stream().map(source -> source.of(rows)).toList();
        double scoringMillis = Stream.concat(models.stream(), reference.stream())
                .mapToDouble(scored -> scored.cost().millis())
                .sum();
        // What joining scores with labels took belongs to the metrics.
        double metricsMillis = Math.max(0, stopwatch.lap() - scoringMillis);
        Optional<Contender<P>> other =
                sources.baseline().map(source -> contender(source.model(), reference.orElseThrow()));
        List<Contender<P>> contenders = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            contenders.add(contender(sources.candidates().get(i).model(), models.get(i)));
        }
        return new ValuedModels<>(sources, models, contenders, reference, other, metricsMillis + stopwatch.lap());
    }

    EvaluationResult of(ValuedModels<P> valued, Optional<Judge> judge) {
        Stopwatch stopwatch = new Stopwatch();
        List<Contender<P>> contenders = valued.contenders();
        Optional<Contender<P>> other = valued.baseline();
        InferenceCost cost = valued.cost();
        Optional<Borrowing<P>> borrowing = lender.flatMap(known -> Borrowing.of(known, rows, settings));
        double metricsMillis = valued.metricsMillis() + stopwatch.lap();
        Resampling<P> resampling = new Resampling<>(set, settings, rows.isSample());
        List<Contender<P>> resampled =
                resampling.of(Stream.concat(contenders.stream(), other.stream()).toList());
        ModelEvaluation<P> evaluation = new ModelEvaluation<>(
                rows,
                settings,
                other.map(any -> resampled.get(contenders.size())),
                valued.sources().baseline().flatMap(ScoreSource::serving),
                borrowing);
        List<ModelResult> results = resampled.subList(0, contenders.size()).stream()
                .map(model -> evaluation.of(model, set))
                .toList();
        double intervalsMillis = stopwatch.lap();
        EvaluationResult result = new EvaluationResult(
                Optional.empty(),
                noticed(results, valued),
                new TimeBreakdown(
                        0, cost, metricsMillis, intervalsMillis, cost.millis() + metricsMillis + intervalsMillis),
                provenance(valued.sources()),
                Optional.empty());
        // Nobody has seen what ends in an error before this.
        EvaluationResult counted = valued.sources()
                .used(settings.tier().name())
                .map(result::withHoldout)
                .orElse(result);
        return judge.map(verdicts -> judged(verdicts, counted)).orElse(counted);
    }

    /** All slices that the judge reads are listed, so one that is not there is none, rather than left out. */
    private static EvaluationResult judged(Judge judge, EvaluationResult result) {
        EvaluationResult judged = judge.judge(result.withModels(result.models().stream()
                .map(model -> model.withSmallSlices(List.of()))
                .toList()));
        return judged.withModels(judged.models().stream()
                .map(model -> model.withSmallSlices(result.model(model.model()).smallSlices()))
                .toList());
    }

    private Provenance provenance(Sources sources) {
        Provenance provenance = Provenances.of(set, settings, rows.size());
        Stream<ScoreSource> known =
                lender.filter(any -> rows.isSample()).stream().map(reference -> new KnownScores(reference.scores()));
        for (ScoreSource source : Stream.concat(sources.all(), known).toList()) {
            Optional<String> model = source.fingerprint();
            if (model.isPresent()) {
                provenance = provenance.withFingerprint(Provenances.MODEL + source.model(), model.get());
            }
            for (Map.Entry<String, String> of : source.storedRows().entrySet()) {
                provenance = provenance.withFingerprint(of.getKey(), of.getValue());
            }
        }
        return provenance;
    }

    private Contender<P> contender(String model, ScoredRows scored) {
        P predictions = settings.kind().reads().cast(scored.predictions());
        Contender<P> contender = Contender.of(model, predictions, settings);
        contender.values().forEach((name, value) -> {
            if (settings.demanded().contains(name) && isForBadScores(value)) {
                throw scored.all().get().notProbabilities(name);
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
    private static List<ModelResult> noticed(List<ModelResult> results, ValuedModels<?> valued) {
        List<Notice> ofBaseline =
                valued.scoredBaseline().map(ScoredRows::notices).orElse(List.of());
        return IntStream.range(0, results.size())
                .mapToObj(i -> measured(
                                results.get(i), valued.sources().candidates().get(i))
                        .withNotices(valued.scored().get(i).notices())
                        .withNotices(ofBaseline))
                .toList();
    }

    private static ModelResult measured(ModelResult result, ScoreSource source) {
        return source.serving().map(result::withServing).orElse(result);
    }
}
