package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.Scores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rows to evaluate, and which column is what. */
final class DataOptions {

    @Parameters(
            paramLabel = "DATA",
            description = "CSV, Parquet or JSON-lines file, or a hive folder of Parquet files, one row a prediction.")
    Path data = Path.of("");

    @Option(names = "--label", required = true, paramLabel = "COL", description = "The column with the true labels.")
    String label = "";

    @ArgGroup(multiplicity = "1")
    ModelColumns models = new ModelColumns();

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "C",
            description = "The classes that have scores (default: as the columns of the first prefix name them).")
    List<String> classes = new ArrayList<>();

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "What is predicted: ${COMPLETION-CANDIDATES}; guessed where it is unmistakable.")
    @Nullable
    TaskName task;

    @Option(
            names = "--positive",
            paramLabel = "V",
            description = "The label that is positive; guessed where it is unmistakable, as in 0/1 or no/yes.")
    @Nullable
    String positive;

    @Option(
            names = "--baseline",
            paramLabel = "COL",
            description = "The score column (for several classes, the prefix) to compare each model with; for models in"
                    + " files another file, or a column.")
    @Nullable
    String baseline;

    @Option(names = "--weight", paramLabel = "COL", description = "The column with row weights.")
    @Nullable
    String weight;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column with distinct row ids, which sample and bootstrap go by.")
    @Nullable
    String id;

    @Option(
            names = "--cluster",
            paramLabel = "COL",
            description = "The column whose equal values mark rows that are not independent, such as a user.")
    @Nullable
    String cluster;

    @Option(
            names = "--query",
            paramLabel = "COL",
            description = "For ranking: the column whose equal values mark rows of one query.")
    @Nullable
    String query;

    @Option(
            names = "--slice",
            paramLabel = "COL",
            description =
                    "A column to report each value of apart; repeatable. \"A & B\" takes every pair of values of two"
                            + " columns, COL:4 four bins of a column of numbers.")
    List<String> slices = new ArrayList<>();

    @Option(
            names = "--fold",
            paramLabel = "COL",
            description = "The column that says which fold of a cross-validation each row was left out of, and so whose"
                    + " model scored it; reports each fold, and how metrics spread over them.")
    @Nullable
    String fold;

    @Option(
            names = "--drop-unlabelled",
            description = "Leave out rows without a label instead of refusing them; their number is reported.")
    boolean dropUnlabelled;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Evaluate only the half of the rows to select models by, or the half to confirm the chosen"
                    + " one on: ${COMPLETION-CANDIDATES}.")
    @Nullable
    HoldoutPart part;

    /** Refuses what would only be noticed after reading, or read something else. */
    void check() {
        if (data.toString().isBlank()) {
            throw Usage.mistake("DATA is empty. Name a file or a folder.");
        }
        if (models.names().isEmpty()) {
            throw Usage.mistake("--score names no column. Name one with a model's scores.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : models.names()) {
            if (!seen.add(name)) {
                throw Usage.mistake(
                        models.areFiles()
                                ? "Two models are called \"" + name + "\", after their files. Rename one of the files."
                                : "Score column \"" + name + "\" is named more than once. Name each model once.");
            }
        }
        checkLabel();
        checkTask();
    }

    /** Who scores labels by themselves would only hear that they are suspiciously good. */
    private void checkLabel() {
        if (!models.areFiles() && !models.areOfClasses() && models.names().contains(label)) {
            throw Usage.mistake("--score and --label both name \"" + label
                    + "\", but what is to be predicted is no prediction. Name the column with the scores.");
        }
    }

    private void checkTask() {
        boolean several = task == TaskName.multiclass;
        if (task != null && !models.areFiles() && several != models.areOfClasses()) {
            throw Usage.mistake(
                    several
                            ? "Telling several classes apart takes a score for each. Say with --score-prefix what their"
                                    + " columns begin with."
                            : "Scores of several classes (--score-prefix) are for --task multiclass, not " + task
                                    + ".");
        }
        if (query != null && (task != null ? task != TaskName.ranking : models.areOfClasses())) {
            throw Usage.mistake("--query is for rankings only. Leave it out, or say --task ranking.");
        }
        if (!classes.isEmpty() && !models.areOfClasses() && !models.areFiles()) {
            throw Usage.mistake("--classes goes with --score-prefix. Leave it out for one score a row.");
        }
    }

    /** Takes the outputs of a model for the classes, if it tells several apart and nobody has named them. */
    void scoring(List<String> outputs) {
        boolean tellsClasses = task == TaskName.multiclass || (task == null && outputs.size() > 2);
        if (classes.isEmpty() && tellsClasses) {
            classes = outputs;
        }
    }

    /**
     * The roles of the columns, those that gates slice by included.
     *
     * @param names the names of all columns, asked for only where they tell the classes
     */
    ColumnRoles roles(Set<String> gatedColumns, Supplier<List<String>> names) {
        Set<String> all = new LinkedHashSet<>(slices);
        all.addAll(gatedColumns);
        ColumnRoles roles = new ColumnRoles(
                label,
                Optional.ofNullable(positive),
                Optional.ofNullable(id),
                Optional.ofNullable(weight),
                Optional.ofNullable(cluster),
                List.copyOf(all),
                Optional.ofNullable(task).map(TaskName::task),
                Optional.ofNullable(query),
                classes,
                Optional.ofNullable(fold));
        return guessesClasses() ? roles.classes(guessed(roles, names.get())) : roles;
    }

    private boolean guessesClasses() {
        return models.areOfClasses() && classes.isEmpty();
    }

    private List<String> guessed(ColumnRoles roles, List<String> names) {
        return ScoredClasses.of(
                models.names().get(0), names, roles.columns(), modelNames().toList());
    }

    /** Refuses classes that nobody named and only columns know of. */
    void checkClasses(Columns rows, ColumnRoles roles) {
        if (guessesClasses()) {
            ScoredClasses.check(models.names().get(0), roles.classes(), rows.column(label));
        }
    }

    /** {@return the column or prefix of a model that results call so; empty if it is none of these} */
    Optional<String> named(String model) {
        return models.columns().stream()
                .filter(name -> model.equals(models.areOfClasses() ? Scores.modelOf(name) : name))
                .findFirst();
    }

    /** {@return the file of the baseline; empty if it is a column, or there is none} */
    Optional<Path> baselineFile() {
        return Optional.ofNullable(baseline)
                .filter(name -> models.areFiles())
                .map(Path::of)
                .filter(path -> Files.exists(path) || ModelFile.isNamedAsOne(path));
    }

    /** {@return the column of the baseline, or what its columns begin with; empty if it is a file, or there is none} */
    Optional<String> baselineColumn() {
        return baselineFile().isPresent() ? Optional.empty() : Optional.ofNullable(baseline);
    }

    /** {@return what results call the baseline; empty if there is none} */
    Optional<String> baselineName() {
        return baselineFile().map(ModelFile::nameOf).or(() -> baselineColumn()
                .map(name -> models.areOfClasses() ? Scores.modelOf(name) : name));
    }

    /** The columns or prefixes of all models and the baseline. */
    private Stream<String> modelNames() {
        return Stream.concat(models.columns().stream(), baselineColumn().stream());
    }

    /**
     * Every column to read, each once.
     *
     * @param others models besides those of the options
     * @param names the names of all columns, asked for only where a slice may be more than a column
     */
    List<String> columns(ColumnRoles roles, List<String> others, Supplier<List<String>> names) {
        boolean arePlain = roles.columns().containsAll(roles.slices());
        Set<String> all = new LinkedHashSet<>(arePlain ? roles.columns() : roles.columns(names.get()));
        Stream.concat(modelNames(), others.stream()).forEach(name -> all.addAll(columnsOf(name, roles)));
        return List.copyOf(all);
    }

    private List<String> columnsOf(String name, ColumnRoles roles) {
        return models.areOfClasses()
                ? roles.classes().stream().map(ofClass -> name + ofClass).toList()
                : List.of(name);
    }
}
