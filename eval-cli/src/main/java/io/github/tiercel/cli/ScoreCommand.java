package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.RowKeys;
import io.github.tiercel.duckdb.DuckDbWriter;
import io.github.tiercel.evaluation.BatchScorer;
import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.evaluation.ScoringJob;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.report.InferenceText;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.store.PredictionStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tiercel score}: a model's scores for all rows of a file, in another file. */
@Command(
        name = "score",
        description =
                "Has a model score every row of a file, and writes the scores to another file, in the order of the"
                        + " rows. Scores are kept in the store as they come: started again, it goes on where it stopped.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel score customers.parquet --model churn.onnx --id customer \\",
            "      -o scores.parquet",
            "  tiercel score holdout.csv --model churn.onnx --label churned --id id \\",
            "      --keep country,month -o scored.csv",
        })
final class ScoreCommand implements Callable<Integer> {

    private static final String OUTPUT = "--output";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DATA",
            description =
                    "CSV, Parquet or JSON-lines file, or a hive folder of Parquet files, one row to be scored each.")
    private Path data = Path.of("");

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model, an ONNX file.")
    private Path model = Path.of("");

    @Option(
            names = {"-o", OUTPUT},
            required = true,
            paramLabel = "FILE",
            description = "The file, whose name ends in .parquet or .csv; one that is there is replaced.")
    private Path output = Path.of("");

    @Option(names = "--id", paramLabel = "COL", description = "The column with distinct row ids, which is kept.")
    private @Nullable String id;

    @Option(
            names = "--label",
            paramLabel = "COL",
            description =
                    "The column with the true labels, which is kept: rows then share their scores with evaluations"
                            + " of the same file, label and id.")
    private @Nullable String label;

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "COL",
            description = "More columns of DATA to write beside the scores.")
    private List<String> keep = new ArrayList<>();

    @Mixin
    private final ModelOptions asking = new ModelOptions();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    ScoreCommand() {}

    @Override
    public Integer call() {
        OutputFile file = new OutputFile(output, "scores", OUTPUT);
        file.check();
        file.requireOther(data);
        file.requireOther(model);
        DuckDbWriter writer = Usage.of(() -> DuckDbWriter.to(output));
        asking.check(spec.commandLine().getParseResult(), true);
        try (ModelFile opened = ModelFile.open(model, asking.features);
                PredictionStore kept = PredictionStore.open(store.folder(System.getenv()))) {
            Columns rows = read(opened.predictor().features());
            RowScores scores = scored(opened, rows, kept);
            write(writer, file, rows, scores);
        }
        return ExitCode.PASSED;
    }

    private Set<String> written() {
        Set<String> columns = new LinkedHashSet<>();
        Optional.ofNullable(id).ifPresent(columns::add);
        Optional.ofNullable(label).ifPresent(columns::add);
        columns.addAll(keep);
        return columns;
    }

    private Columns read(List<String> features) {
        Set<String> columns = written();
        columns.addAll(features);
        return new SourceRows(data, columns).read("to score", spec.commandLine().getErr());
    }

    private RowScores scored(ModelFile opened, Columns rows, PredictionStore kept) {
        Features<FeatureRow> features =
                Features.from(rows, opened.predictor().features().toArray(String[]::new));
        ScoringJob job = scorer(opened, rows, features)
                .store(kept)
                .batchSize(asking.batchSize())
                .start(opened.predictor());
        return new AwaitedJob(job).scores(ProgressBar.of(spec.commandLine().getErr()));
    }

    private BatchScorer<FeatureRow> scorer(ModelFile opened, Columns rows, Features<FeatureRow> features) {
        if (label == null) {
            return BatchScorer.of(id == null ? RowKey.positions(rows.rows()) : RowKeys.distinct(rows, id), features);
        }
        List<String> outputs = opened.predictor().outputs().names();
        ColumnRoles roles = ColumnRoles.label(label).classes(outputs.size() > 2 ? outputs : List.of());
        return BatchScorer.of(EvaluationSet.from(rows, id == null ? roles : roles.id(id)), features);
    }

    private void write(DuckDbWriter writer, OutputFile file, Columns rows, RowScores scores) {
        ScoreColumns table = ScoreColumns.of(rows, List.copyOf(written()), scores);
        boolean floats = scores.outputs().precision() == Precision.FLOAT;
        file.writeBy(path -> writer.floats(floats ? table.outputs() : List.of()).write(table.columns()));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        table.renamed().forEach(text -> err.println("tiercel: " + Failure.oneLine(text)));
        for (Notice notice : scores.notices()) {
            err.println("tiercel: " + notice.code() + ": " + Failure.oneLine(notice.text()));
        }
        out.println(InferenceText.of(scores.cost()).orElse("0 rows") + ".");
        out.println(String.format(
                Locale.ROOT,
                "%,d rows are in %s: %s.",
                rows.rows(),
                Failure.oneLine(output.toString()),
                Failure.oneLine(String.join(", ", table.columns().names()))));
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
    }
}
