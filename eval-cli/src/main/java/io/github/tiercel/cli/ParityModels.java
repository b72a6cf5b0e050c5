package io.github.tiercel.cli;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.RowKeys;
import io.github.tiercel.evaluation.BatchScorer;
import io.github.tiercel.evaluation.ScoringJob;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.serving.PipelineScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores that models in files give now: two models on the same rows, or on those of two pipelines; or one model on
 * those of two.
 */
record ParityModels(ParityColumns options) implements ParitySource {

    @Override
    public Sides read(PrintWriter err) {
        List<Path> files = options.models.files;
        try (ModelFile reference = ModelFile.open(files.get(0), options.features);
                ModelFile served = ModelFile.open(files.get(files.size() - 1), options.features)) {
            boolean isOneFile = options.otherData == null;
            Columns rows = read(options.data, isOneFile ? List.of(reference, served) : List.of(reference), true, err);
            Columns servedRows = isOneFile ? rows : read(options.servedData(), List.of(served), false, err);
            boolean areAlike = reference.name().equals(served.name());
            Optional<EvaluationSet> labels =
                    Optional.ofNullable(options.label).map(column -> options.labels(rows, column, classes(reference)));
            return new Sides(
                    side(reference, rows, labels, areAlike ? reference.name() + " (reference)" : reference.name(), err),
                    side(
                            served,
                            servedRows,
                            labels.filter(set -> isOneFile),
                            areAlike ? served.name() + " (served)" : served.name(),
                            err),
                    labels,
                    read(isOneFile));
        }
    }

    private Map<String, Path> read(boolean isOneFile) {
        Map<String, Path> files = new LinkedHashMap<>(Map.of("data", options.data));
        if (!isOneFile) {
            files.put("served data", options.servedData());
        }
        return files;
    }

    private static List<String> classes(ModelFile model) {
        List<String> outputs = model.predictor().outputs().names();
        return outputs.size() > 2 ? outputs : List.of();
    }

    private Columns read(Path file, List<ModelFile> models, boolean isLabelled, PrintWriter err) {
        Set<String> columns = new LinkedHashSet<>();
        models.forEach(model -> columns.addAll(model.predictor().features()));
        Optional.ofNullable(options.id).ifPresent(columns::add);
        Optional.ofNullable(options.label).filter(column -> isLabelled).ifPresent(columns::add);
        return new SourceRows(file, columns).read("to score", err);
    }

    /** Scored in the batches of {@code evaluate} where rows have labels, and of {@code score} where not. */
    private PipelineScores side(
            ModelFile model, Columns rows, Optional<EvaluationSet> labels, String name, PrintWriter err) {
        String[] columns = model.predictor().features().toArray(String[]::new);
        Features<FeatureRow> features = Features.from(rows, columns);
        ScoringJob job = labels.map(set -> BatchScorer.of(set, features))
                .orElseGet(() -> BatchScorer.of(keys(rows), features))
                .batchSize(options.batchSize())
                .start(model.predictor());
        PipelineScores side = PipelineScores.of(name, new AwaitedJob(job).scores(ProgressBar.of(err)))
                .showing(rows, columns);
        return options.id == null ? side : side.keyedBy(rows, options.id);
    }

    private long[] keys(Columns rows) {
        return options.id == null ? RowKey.positions(rows.rows()) : RowKeys.distinct(rows, options.id);
    }
}
