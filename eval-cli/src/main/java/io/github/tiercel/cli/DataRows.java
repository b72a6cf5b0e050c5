package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.HoldoutSplit;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The rows of a file as options have them, of the asked part alone, and the scores that models gave them. */
final class DataRows {

    private final DataOptions options;
    private final ColumnRoles roles;
    private final Columns columns;
    private final EvaluationSet set;
    private final int dropped;

    private DataRows(DataOptions options, ColumnRoles roles, Columns columns, EvaluationSet set, int dropped) {
        this.options = options;
        this.roles = roles;
        this.columns = columns;
        this.set = set;
        this.dropped = dropped;
    }

    /**
     * Reads them.
     *
     * @param gatedColumns columns that gates slice by
     * @param others models besides those of the options, or other columns
     * @param err hears how far long reading has come
     */
    static DataRows read(
            DataOptions options, Set<String> gatedColumns, List<String> others, long seed, PrintWriter err) {
        Supplier<List<String>> names = () -> DuckDbReader.open(options.data).names();
        ColumnRoles roles = options.roles(gatedColumns, names);
        Columns all = read(options.data, options.columns(roles, others, names), ProgressBar.of(err));
        Columns rows = options.dropUnlabelled ? EvaluationSet.labelled(all, options.label) : all;
        options.checkClasses(rows, roles);
        DataRows whole =
                new DataRows(options, roles, rows, EvaluationSet.from(rows, roles, seed), all.rows() - rows.rows());
        return options.part == null ? whole : whole.part(options.part);
    }

    private static Columns read(Path data, List<String> columns, ProgressBar bar) {
        try {
            return DuckDbReader.open(data).select(columns).read(bar::rows);
        } finally {
            bar.clear();
        }
    }

    private DataRows part(HoldoutPart part) {
        HoldoutSplit split = HoldoutSplit.of(set);
        return new DataRows(options, roles, columns.select(part.rows(split)), part.of(split), dropped);
    }

    EvaluationSet set() {
        return set;
    }

    List<Scores> models() {
        return options.models.columns().stream().map(this::scores).toList();
    }

    Optional<Scores> baseline() {
        return options.baselineColumn().map(this::scores);
    }

    /** {@return what models read of the rows} */
    Features<FeatureRow> features(List<String> names) {
        return Features.from(columns, names.toArray(String[]::new));
    }

    /** {@return the scores of a model whose columns were read} */
    Scores scores(String model) {
        return scores(columns, model);
    }

    /** {@return the scores that a model gave some of the rows} */
    Scores scores(String model, int[] rows) {
        return scores(columns.select(rows), model);
    }

    private Scores scores(Columns from, String model) {
        return options.models.areOfClasses() ? Scores.from(from, model, roles.classes()) : Scores.from(from, model);
    }

    /** {@return what to tell of rows that were left out} */
    List<Notice> notices() {
        return dropped == 0 ? List.of() : List.of(new Notice("DROPPED_UNLABELLED", "Was asked to, and " + left()));
    }

    private String left() {
        return String.format(Locale.ROOT, "left out %,d %s without a label.", dropped, dropped == 1 ? "row" : "rows");
    }

    /** {@return the sentence that a log gets of rows that were left out; empty where none was} */
    Optional<String> message() {
        return dropped == 0 ? Optional.empty() : Optional.of("tiercel: " + left());
    }

    /** {@return a result of these rows with where they came from, what was left out, and how long reading took} */
    EvaluationResult traced(EvaluationResult result, double readMillis) {
        Provenance provenance = result.provenance();
        if (options.part != null) {
            provenance = provenance.withSetting("part", options.part.name());
        }
        Optional<String> data = fingerprint(options.data);
        return result.withModels(result.models().stream()
                        .map(model -> model.withNotices(notices()))
                        .toList())
                .traced(
                        result.time().withRead(readMillis),
                        data.isPresent() ? provenance.withFingerprint("data", data.get()) : provenance);
    }

    /** {@return the fingerprint of data; empty of what can be read but once} */
    static Optional<String> fingerprint(Path data) {
        return Files.isRegularFile(data) || Files.isDirectory(data)
                ? Optional.of(DuckDbReader.open(data).fingerprint())
                : Optional.empty();
    }
}
