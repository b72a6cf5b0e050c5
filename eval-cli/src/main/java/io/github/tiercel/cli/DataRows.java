package io.github.tiercel.cli;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.HoldoutSplit;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbPacker;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.duckdb.PackedSets;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The rows of a file as options have them, of the asked part alone, and the scores that models gave them. */
final class DataRows {

    /** What ends a packing though the rows are good: a folder that takes nothing, texts that no dictionary holds. */
    private static final Set<String> NOT_PACKABLE = Set.of("NO_OUTPUT", "TOO_MANY_TEXTS");

    private final DataOptions options;
    private final ColumnRoles roles;
    private final Columns columns;
    private final EvaluationSet set;
    private final int dropped;
    private final Optional<PackedSet> packed;

    private DataRows(
            DataOptions options,
            ColumnRoles roles,
            Columns columns,
            EvaluationSet set,
            int dropped,
            Optional<PackedSet> packed) {
        this.options = options;
        this.roles = roles;
        this.columns = columns;
        this.set = set;
        this.dropped = dropped;
        this.packed = packed;
    }

    /**
     * Has them packed, unless they are, so that models read them from disk in the order in which they are wanted. What
     * a packed set does not hold is read into memory instead: folds, a part of the rows, those that have labels; and
     * all of it where no set can be written.
     *
     * @param gatedColumns columns that gates slice by
     * @param features the columns that models read
     * @param store the store, beside which they are packed
     * @param err hears how far long work has come
     */
    static DataRows packed(
            DataOptions options,
            Set<String> gatedColumns,
            List<String> features,
            long seed,
            Path store,
            PrintWriter err) {
        if (PackedSet.isSet(options.data)) {
            return of(options, PackedSource.open(options, gatedColumns, seed));
        }
        boolean isPlain = options.fold == null && options.part == null && !options.dropUnlabelled;
        if (!isPlain || !(Files.isRegularFile(options.data) || Files.isDirectory(options.data))) {
            return read(options, gatedColumns, features, seed, err);
        }
        ColumnRoles roles = options.roles(
                gatedColumns, () -> DuckDbReader.open(options.data).names());
        List<String> columns = new ArrayList<>(features);
        options.baselineColumn().ifPresent(columns::add);
        ProgressBar bar = ProgressBar.of(err);
        try {
            DuckDbPacker packer =
                    DuckDbPacker.of(options.data, roles).features(columns).seed(seed);
            return of(options, PackedSets.beside(store).of(packer, bar::packed));
        } catch (DataException e) {
            if (NOT_PACKABLE.contains(e.code())) {
                bar.clear();
                return read(options, gatedColumns, features, seed, err);
            }
            throw e;
        } finally {
            bar.clear();
        }
    }

    private static DataRows of(DataOptions options, PackedSet packed) {
        Columns scores = packed.columns(options.baselineColumn().stream().toArray(String[]::new));
        return new DataRows(
                options, packed.description().roles(), scores, packed.evaluationSet(), 0, Optional.of(packed));
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
        DataRows whole = new DataRows(
                options,
                roles,
                rows,
                EvaluationSet.from(rows, roles, seed),
                all.rows() - rows.rows(),
                Optional.empty());
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
        return new DataRows(
                options, roles, columns.select(part.rows(split)), part.of(split), dropped, Optional.empty());
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
        String[] wanted = names.toArray(String[]::new);
        return packed.map(set -> set.features(wanted)).orElseGet(() -> Features.from(columns, wanted));
    }

    /** {@return the scores of a model whose columns were read} */
    Scores scores(String model) {
        return scores(columns, model);
    }

    /** {@return the scores that a model gave some of the rows} */
    Scores scores(String model, int[] rows) {
        List<Column> ofModel = options.models.areOfClasses()
                ? roles.classes().stream()
                        .map(name -> columns.column(model + name))
                        .toList()
                : List.of(columns.column(model));
        List<Column> selected =
                ofModel.stream().map(column -> column.select(rows)).toList();
        return scores(Columns.of(columns.source(), rows.length, selected), model);
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
        Optional<String> data = packed.map(set -> Optional.of(set.description().fingerprint()))
                .orElseGet(() -> fingerprint(options.data));
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
