package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.BatchScorer;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.store.PredictionStore;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The rows that a run was made from, drawn anew with replacement, and what its evaluation finds of them: as much as the
 * gates read.
 */
final class RedrawnRows {

    private static final Tier METRICS = Tier.full().withReplicates(0).withMetricsOnly();

    private final EvaluateCommand command;
    private final EvaluationSet set;
    private final List<Function<int[], Scores>> models;
    private final Optional<Function<int[], Scores>> baseline;
    private final Gates gates;

    private RedrawnRows(
            EvaluateCommand command,
            EvaluationSet set,
            List<Function<int[], Scores>> models,
            Optional<Function<int[], Scores>> baseline,
            Gates gates) {
        this.command = command;
        this.set = set;
        this.models = models;
        this.baseline = baseline.filter(ofBaseline -> gates.needsBaseline());
        this.gates = gates;
    }

    /**
     * {@return the rows of a run}
     *
     * @throws UnpairableException if they are gone or have changed, or rows cannot be drawn one by one
     */
    static RedrawnRows of(RecordedRun run, Gates gates, PrintWriter err) throws UnpairableException {
        EvaluateCommand command = run.command();
        DataOptions data = command.data();
        if (data.cluster != null || data.query != null) {
            throw new UnpairableException("Rows in clusters or queries are not drawn one by one.");
        }
        if (run.result().models().stream().anyMatch(model -> model.isSample())) {
            throw new UnpairableException("The result is of a sample.");
        }
        requireOwnBaseline(run, data.baselineName());
        data.data = run.data(data.data);
        data.slices = List.of();
        return data.models.areFiles() ? ofModels(command, gates, err) : ofColumns(command, gates, err);
    }

    private static RedrawnRows ofColumns(EvaluateCommand command, Gates gates, PrintWriter err) {
        DataOptions data = command.data();
        DataRows rows = DataRows.read(data, gates.sliceColumns(), List.of(), command.evaluation().seed, err);
        List<Function<int[], Scores>> models = new ArrayList<>();
        data.models.names().forEach(model -> models.add(drawn -> rows.scores(model, drawn)));
        return new RedrawnRows(
                command,
                rows.set(),
                models,
                Optional.ofNullable(data.baseline).map(model -> drawn -> rows.scores(model, drawn)),
                gates);
    }

    /** The models are asked again, which the store answers where it holds what they said. */
    private static RedrawnRows ofModels(EvaluateCommand command, Gates gates, PrintWriter err)
            throws UnpairableException {
        DataOptions data = command.data();
        if (data.baselineFile().isEmpty() && data.baseline != null) {
            throw new UnpairableException("Its baseline is a column, and its models are files.");
        }
        if (PackedSet.isSet(data.data)) {
            throw new UnpairableException("Its rows are a packed set, which is read in its own order.");
        }
        try (ModelFiles files = ModelFiles.open(data.models.files, data.baselineFile(), command.asking());
                PredictionStore store = PredictionStore.open(command.store().folder(System.getenv()))) {
            data.scoring(files.outputs());
            DataRows rows = DataRows.read(data, gates.sliceColumns(), files.columns(), command.evaluation().seed, err);
            BatchScorer<FeatureRow> scorer = BatchScorer.of(rows.set(), rows.features(files.columns()))
                    .store(store)
                    .batchSize(command.asking().batchSize());
            List<Function<int[], Scores>> scores = new ArrayList<>();
            for (ModelFile file : files.all()) {
                RowScores all = new AwaitedJob(scorer.start(file.predictor())).scores(ProgressBar.of(err));
                scores.add(InferredScores.of(file.name(), rows.set(), all)::of);
            }
            int models = data.models.files.size();
            return new RedrawnRows(
                    command,
                    rows.set(),
                    scores.subList(0, models),
                    scores.subList(models, scores.size()).stream().findFirst(),
                    gates);
        }
    }

    /** A comparison of two runs has the command of one of them, which knows nothing of the other. */
    private static void requireOwnBaseline(RecordedRun run, Optional<String> named) throws UnpairableException {
        for (ModelResult model : run.result().models()) {
            if (!model.baseline().map(BaselineResult::name).equals(named)) {
                throw new UnpairableException("The baseline of " + run.name() + " comes from another run.");
            }
        }
    }

    EvaluationResult draw(int number) {
        SplittableRandom random = new SplittableRandom(command.evaluation().seed + number);
        int all = set.rows();
        int[] drawn = random.ints(all, 0, all).toArray();
        Evaluator evaluator = Evaluator.of(set.redrawn(drawn))
                .threshold(command.evaluation().threshold)
                .level(command.evaluation().level)
                .metrics(gates.metrics().toArray(String[]::new))
                .build();
        List<Scores> candidates =
                models.stream().map(model -> model.apply(drawn)).toList();
        return evaluator.evaluate(METRICS, candidates, baseline.map(model -> model.apply(drawn)));
    }
}
