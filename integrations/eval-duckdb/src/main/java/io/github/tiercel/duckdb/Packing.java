package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedColumn;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.packed.PackedSetWriter;
import io.github.tiercel.packed.SetDescription;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One packing, from the source to the set. */
final class Packing {

    private static final int MOST_ROWS = 50_000_000;

    /** Each row is ordered, read and written. */
    private static final int STEPS = 3;

    private final DataFiles data;
    private final PackingOptions options;
    private final Limits limits;
    private final DuckDbPacker.Progress progress;

    Packing(Path path, PackingOptions options, Limits limits, DuckDbPacker.Progress progress) {
        this.data = DataFiles.find(path);
        this.options = options;
        this.limits = limits;
        this.progress = progress;
    }

    PackedSet into(PackedSetWriter writer, String fingerprint) {
        try {
            // Each step's arguments are garbage in the next: none is kept in a variable.
            PackedPlan plan = ordering(inSession(this::read)).get();
            SpilledSet spilled = inSession(session -> spill(session, plan, writer, fingerprint));
            requireSame(fingerprint);
            return write(spilled, writer);
        } catch (SQLException e) {
            throw ReadFailure.of(data, limits, e);
        } catch (IOException e) {
            throw unspillable(writer, e);
        } catch (UncheckedIOException e) {
            throw unspillable(writer, new IOException(e.getMessage(), e));
        }
    }

    /** Rows of one pass must not get labels of another. */
    private void requireSame(String fingerprint) {
        if (!DuckDbReader.open(data.path()).fingerprint().equals(fingerprint)) {
            throw new DataException(
                    "CHANGED_FILE",
                    data.name()
                            + " changed while it was packed, so rows and labels may not belong together. Pack it again"
                            + " when nobody writes it.");
        }
    }

    private static DataException unspillable(PackedSetWriter writer, IOException e) {
        return new DataException(
                "NO_OUTPUT",
                "The rows cannot be sorted in " + writer.scratch().getParent() + ": " + e.getMessage()
                        + ". Packing needs room there for about twice the set.",
                e);
    }

    private <T> T inSession(Work<T> work) throws SQLException, IOException {
        try (Session session = Session.open(data, limits)) {
            return work.with(session);
        }
    }

    private interface Work<T> {
        T with(Session session) throws SQLException, IOException;
    }

    // The first pass.

    /**
     * What the first pass leaves.
     *
     * @param labels the labels of the rows that are packed, and the slices to cross classes with
     * @param dropped the rows of the source that are left out
     * @param ids the keys of the rows that are packed, where they have ids
     */
    private record FirstPass(EvaluationSet labels, BitSet dropped, Optional<Column> ids) {}

    private FirstPass read(Session session) throws SQLException {
        List<String> names = Source.of(session, data).names();
        Set<String> wanted = new LinkedHashSet<>(options.ordering().columns(names));
        options.roles().id().ifPresent(wanted::add);
        options.roles().weight().ifPresent(wanted::add);
        Query query = Query.plan(session, data, List.copyOf(wanted), options.filter());
        if (query.rows() > MOST_ROWS) {
            throw tooMany(query.rows());
        }
        Columns columns =
                new Reading(query, this::builder).run(session, rows -> progress.at(rows, (long) STEPS * query.rows()));
        BitSet dropped = dropped(columns);
        Columns kept = options.dropsUnlabelled()
                ? EvaluationSet.labelled(columns, options.roles().label())
                : columns;
        EvaluationSet labels = EvaluationSet.from(kept, options.ordering(), options.seed());
        checkWeights(kept);
        if (options.group().isPresent() && !options.stratify().isEmpty()) {
            throw new IllegalArgumentException("Rows in queries or clusters are drawn whole and have no strata."
                    + " Leave out the columns to stratify by, or the queries or clusters.");
        }
        return new FirstPass(labels, dropped, options.roles().id().map(kept::column));
    }

    /** The order of the rows, still to be made: what it needs of the first pass is their keys, and no column. */
    private Supplier<PackedPlan> ordering(FirstPass read) {
        EvaluationSet labels = read.labels();
        BitSet dropped = read.dropped();
        boolean grouped = options.group().isPresent();
        boolean crossed = !options.stratify().isEmpty();
        Optional<long[]> ids = read.ids().map(this::keys);
        long[] keys = grouped ? new long[0] : ids.orElseGet(() -> RowKey.positions(labels.rows()));
        return () -> PackedPlan.of(labels, dropped, keys, grouped, crossed, options.earlier());
    }

    private ColumnBuilder builder(Field field, ColumnKind kind, int rows) {
        boolean isKey = options.roles().id().equals(Optional.of(field.name()))
                || options.group().equals(Optional.of(field.name()));
        return isKey ? new KeyBuilder(field.name(), kind, rows) : kind.builder(field.name(), rows);
    }

    private DataException tooMany(int rows) {
        return new DataException(
                "TOO_MANY_ROWS",
                String.format(
                        Locale.ROOT,
                        "%s has %,d rows to pack, but packing orders at most %,d in memory. Pack it in parts, with a filter.",
                        data.name(),
                        rows,
                        MOST_ROWS));
    }

    private BitSet dropped(Columns columns) {
        BitSet dropped = new BitSet();
        Column label = columns.column(options.roles().label());
        for (int row = 0; row < label.rows() && options.dropsUnlabelled(); row++) {
            dropped.set(
                    row,
                    label.isMissing(row)
                            || (label instanceof NumberColumn numbers && Double.isNaN(numbers.value(row))));
        }
        return dropped;
    }

    /** Weights are read again in the second pass. */
    private void checkWeights(Columns columns) {
        ColumnRoles labels = options.ordering();
        options.roles().weight().ifPresent(weight -> EvaluationSet.from(columns, labels.weight(weight)));
    }

    /** The keys of rows; where groups are drawn these are not needed, but must be distinct all the same. */
    private long[] keys(Column ids) {
        long[] keys = new long[ids.rows()];
        boolean missing = false;
        for (int row = 0; row < keys.length; row++) {
            missing |= ids.isMissing(row);
            keys[row] = ((IntegerColumn) ids).value(row);
        }
        if (missing || KeyTwins.existAmong(keys)) {
            throw refusedIds(ids.name());
        }
        return keys;
    }

    /** Reads the ids themselves, to name them. */
    private RuntimeException refusedIds(String id) {
        DuckDbReader reader =
                DuckDbReader.open(data.path()).select(options.roles().label(), id);
        Columns columns = options.filter().map(reader::where).orElse(reader).read();
        Columns kept = options.dropsUnlabelled()
                ? EvaluationSet.labelled(columns, options.roles().label())
                : columns;
        ColumnRoles roles = ColumnRoles.label(options.roles().label()).task(Task.REGRESSION);
        try {
            EvaluationSet.from(kept, roles.id(id));
            return new DataException("CHANGED_FILE", data.name() + " changed while it was read.");
        } catch (DataException e) {
            return e;
        }
    }

    // The second pass.

    private SpilledSet spill(Session session, PackedPlan plan, PackedSetWriter writer, String fingerprint)
            throws SQLException, IOException {
        List<String> names = Source.of(session, data).names();
        List<String> features = features(names);
        Set<String> wanted =
                new LinkedHashSet<>(PackingOptions.sliceColumns(options.roles().slices(), names));
        wanted.addAll(features);
        List<String> read = new ArrayList<>(wanted);
        options.roles().id().ifPresent(read::add);
        options.roles().weight().ifPresent(read::add);
        options.group().ifPresent(read::add);
        // Columns are read even where there is none to read: DuckDB counts the rows of the label then.
        Query query = Query.plan(
                session, data, read.isEmpty() ? List.of(options.roles().label()) : read, options.filter());
        query.refuseChange(query.rows() - plan.droppedRows() != plan.rows());
        List<PackedColumn> columns = columns(query, wanted.size(), plan);
        RecordLayout layout = RecordLayout.of(columns);
        Texts texts = new Texts(data.name());
        int rows = plan.rows();
        Spill spill = new Spill(writer.scratch(), layout, rows, PackedSetWriter.rangeRows(columns));
        new RowSpilling(query, wanted.size(), options, plan, layout, texts, spill)
                .run(session, done -> progress.at(query.rows() + done, (long) STEPS * query.rows()));
        SetDescription description = new SetDescription(
                data.name(),
                fingerprint,
                options.text(),
                described(plan.labels()),
                options.seed(),
                rows,
                columns,
                features,
                plan.strata().map(Strata::parts).orElse(List.of()),
                plan.strata()
                        .map(strata -> Arrays.stream(strata.sizes()).boxed().toList())
                        .orElse(List.of()),
                plan.strata().map(Strata::merges).orElse(List.of()));
        return new SpilledSet(description, texts, spill, query.rows());
    }

    /**
     * All that is written once the source is read.
     *
     * @param description what the set is
     * @param texts its texts
     * @param spill its rows
     * @param read how many rows the source has, those left out included
     */
    private record SpilledSet(SetDescription description, Texts texts, Spill spill, int read) {}

    private PackedSet write(SpilledSet set, PackedSetWriter writer) {
        return writer.write(set.description(), set.texts().dictionaries(), (from, count) -> {
            progress.at(2L * set.read() + from, (long) STEPS * set.read());
            return set.spill().sorted(from, count);
        });
    }

    private List<String> features(List<String> names) {
        if (options.features().isPresent()) {
            return options.features().get();
        }
        Set<String> others = new LinkedHashSet<>(names);
        others.remove(options.roles().label());
        options.roles().id().ifPresent(others::remove);
        options.roles().weight().ifPresent(others::remove);
        options.group().ifPresent(others::remove);
        return List.copyOf(others);
    }

    private List<PackedColumn> columns(Query query, int dataColumns, PackedPlan plan) {
        List<PackedColumn> columns = new ArrayList<>(List.of(PackedColumn.KEY, PackedColumn.ROW));
        columns.add(PackedColumn.label(labelType(plan.labels().task())));
        plan.strata().ifPresent(strata -> columns.add(PackedColumn.STRATUM));
        options.roles().weight().ifPresent(name -> columns.add(PackedColumn.WEIGHT));
        options.group().ifPresent(name -> columns.add(PackedColumn.GROUP));
        for (int i = 0; i < dataColumns; i++) {
            Field field = query.fields().get(i);
            PackedColumn column = new PackedColumn(field.name(), type(field, query.kind(i)));
            if (column.isReserved()) {
                throw new IllegalArgumentException("Column \"" + field.name() + "\" of " + data.name()
                        + " has a name that packed sets use themselves. Rename it, or leave it out.");
            }
            columns.add(column);
        }
        return columns;
    }

    private static PackedColumn.Type type(Field field, ColumnKind kind) {
        return switch (kind) {
            case INTEGER -> PackedColumn.Type.INTEGER;
            case NUMBER -> field.type().equals("FLOAT") ? PackedColumn.Type.FLOAT : PackedColumn.Type.NUMBER;
            case TEXT -> PackedColumn.Type.TEXT;
        };
    }

    private static PackedColumn.Type labelType(Task task) {
        return switch (task) {
            case BINARY -> PackedColumn.Type.BYTE;
            case MULTICLASS -> PackedColumn.Type.TEXT;
            case REGRESSION, RANKING -> PackedColumn.Type.NUMBER;
        };
    }

    /** The roles with what was guessed. */
    private ColumnRoles described(EvaluationSet labels) {
        ColumnRoles roles = options.roles().task(labels.task()).classes(labels.classes());
        return labels.positive().map(roles::positive).orElse(roles);
    }
}
