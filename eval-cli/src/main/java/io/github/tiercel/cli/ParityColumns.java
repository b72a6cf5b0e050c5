package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.serving.PipelineScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores that stand in columns: both sides' in one file, or each in its own, joined by ids. */
final class ParityColumns implements ParitySource {

    private static final int SIDES = 2;

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "CSV, Parquet or JSON-lines file, or a hive folder of Parquet files, with the scores of both"
                    + " sides, or of training alone.")
    Path data = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OTHER-DATA",
            description = "The same with the served scores, if they are not in DATA; joined by --id.")
    @Nullable
    Path otherData;

    @ArgGroup(multiplicity = "1")
    ModelColumns models = new ModelColumns();

    @Option(
            names = "--label",
            paramLabel = "COL",
            description = "The column of DATA with true labels: compares metrics.")
    @Nullable
    String label;

    @Option(
            names = "--positive",
            paramLabel = "V",
            description = "The label that is positive; guessed where it is unmistakable, as in 0/1 or no/yes.")
    @Nullable
    String positive;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "What labels are: binary, multiclass or regression; guessed where it is unmistakable.")
    @Nullable
    TaskName task;

    @Option(names = "--id", paramLabel = "COL", description = "The column with distinct row ids, to join and show.")
    @Nullable
    String id;

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "COL",
            description = "Columns to show of the rows that differ, from both files where both have them; of models in"
                    + " files, the columns that they read, where the files do not name them.")
    List<String> features = new ArrayList<>();

    @Option(
            names = ModelOptions.BATCH_ROWS,
            paramLabel = "N",
            description = "Rows that a model gets in one call (default: 1024).")
    @Nullable
    Integer batchRows;

    /** Refuses what would only be noticed after reading. */
    void check() {
        if (data.toString().isBlank()
                || (otherData != null && otherData.toString().isBlank())) {
            throw Usage.mistake("DATA or OTHER-DATA is empty. Name a file or a folder.");
        }
        int named = models.names().size();
        if (otherData == null && named != SIDES) {
            throw Usage.mistake("Parity is between two scores, and " + named
                    + " of DATA are named. Name training's first and the served one next, as in --score trained --score"
                    + " served, or give the served scores' own file.");
        }
        if (otherData != null && named > SIDES) {
            throw Usage.mistake("Parity is between two scores, and " + named
                    + " are named. Name training's, and after it the served one if it is called otherwise.");
        }
        if (otherData == null && isNamedTwice()) {
            throw Usage.mistake((models.areFiles() ? "Model " : "Score column ") + "\"" + reference()
                    + "\" is named twice, and is sure to agree with itself. Name another one.");
        }
        if (otherData != null && id == null) {
            throw Usage.mistake("Rows of two files are joined by ids. Name the column that both have with --id.");
        }
        if (batchRows != null && !models.areFiles()) {
            throw ModelOptions.forModels(ModelOptions.BATCH_ROWS);
        }
        ModelOptions.checkBatchRows(batchRows);
        if (label == null && (positive != null || task != null)) {
            throw Usage.mistake("--positive and --task are about labels. Name their column with --label.");
        }
    }

    private boolean isNamedTwice() {
        return models.areFiles()
                ? models.files.get(0).equals(models.files.get(1))
                : reference().equals(served());
    }

    BatchSize batchSize() {
        return BatchSize.of(batchRows == null ? BatchInference.DEFAULT_BATCH_ROWS : batchRows);
    }

    /** {@return where scores come from: these columns, or models in files} */
    ParitySource source() {
        return models.areFiles() ? new ParityModels(this) : this;
    }

    Path[] files() {
        return otherData == null ? new Path[] {data} : new Path[] {data, otherData};
    }

    private String reference() {
        return models.names().get(0);
    }

    private String served() {
        return models.names().get(models.names().size() - 1);
    }

    @Override
    public Sides read(PrintWriter err) {
        List<String> classes = classes(data, reference(), List.of());
        List<String> servedClasses = classes(servedData(), served(), classes);
        Set<String> wanted = columns(reference(), classes);
        if (otherData == null) {
            wanted.addAll(columns(served(), servedClasses));
        }
        Optional.ofNullable(label).ifPresent(wanted::add);
        Columns rows = read(data, wanted, Set.copyOf(features), err);
        Columns otherRows =
                otherData == null ? rows : read(otherData, columns(served(), servedClasses), shared(otherData), err);
        Map<String, Path> files = new LinkedHashMap<>(Map.of("data", data));
        Optional.ofNullable(otherData).ifPresent(other -> files.put("served data", other));
        return new Sides(
                side(rows, reference(), classes, data),
                side(otherRows, served(), servedClasses, servedData()),
                Optional.ofNullable(label).map(column -> labels(rows, column, classes)),
                files);
    }

    Path servedData() {
        return Objects.requireNonNullElse(otherData, data);
    }

    /** Scores go by the names of their columns, so that those of the other side may stand in any order. */
    private List<String> classes(Path file, String prefix, List<String> known) {
        if (!models.areOfClasses()) {
            return List.of();
        }
        List<String> found = ScoredClasses.of(prefix, DuckDbReader.open(file).names(), Set.of(), models.names());
        return Set.copyOf(found).equals(Set.copyOf(known)) ? known : found;
    }

    private static Set<String> columns(String model, List<String> classes) {
        Set<String> columns = new LinkedHashSet<>();
        classes.forEach(name -> columns.add(model + name));
        return classes.isEmpty() ? new LinkedHashSet<>(Set.of(model)) : columns;
    }

    /** The served side may lack features, or make them otherwise. */
    private Set<String> shared(Path file) {
        Set<String> shared = new LinkedHashSet<>(DuckDbReader.open(file).names());
        shared.retainAll(features);
        return shared;
    }

    private Columns read(Path file, Set<String> scores, Set<String> shown, PrintWriter err) {
        Set<String> all = new LinkedHashSet<>(scores);
        all.addAll(shown);
        Optional.ofNullable(id).ifPresent(all::add);
        return new SourceRows(file, all).read("to compare", err);
    }

    private PipelineScores side(Columns rows, String model, List<String> classes, Path file) {
        Scores scores = classes.isEmpty() ? Scores.from(rows, model) : Scores.from(rows, model, classes);
        boolean areAlike = reference().equals(served());
        PipelineScores side = PipelineScores.of(areAlike ? scores.called(name(file)) : scores);
        String[] shown = features.stream().filter(rows.names()::contains).toArray(String[]::new);
        PipelineScores shownSide = side.showing(rows, shown);
        return id == null ? shownSide : shownSide.keyedBy(rows, id);
    }

    /** Columns of one name are told apart by their files. */
    private String name(Path file) {
        boolean areAlike = Objects.equals(data.getFileName(), servedData().getFileName());
        return String.valueOf(areAlike ? file : file.getFileName());
    }

    EvaluationSet labels(Columns rows, String column, List<String> classes) {
        if (models.areOfClasses()) {
            ScoredClasses.check(reference(), classes, rows.column(column));
        }
        ColumnRoles roles = new ColumnRoles(
                column,
                Optional.ofNullable(positive),
                Optional.ofNullable(id),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(task).map(TaskName::task),
                Optional.empty(),
                classes,
                Optional.empty());
        return EvaluationSet.from(rows, roles);
    }
}
