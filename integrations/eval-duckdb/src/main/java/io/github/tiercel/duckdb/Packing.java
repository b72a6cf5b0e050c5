package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedColumn;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.packed.PackedSetWriter;
import io.github.tiercel.packed.SetDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** One packing, from the source to the set. */
final class Packing {

    /** Each row is ordered, read and written. */
    private static final int STEPS = 3;

    private final DataFiles data;
    private final PackingOptions options;
    private final Limits limits;
    private final OrderLimits orderLimits;
    private final DuckDbPacker.Progress progress;

    Packing(Path path, PackingOptions options, Limits limits, OrderLimits orderLimits, DuckDbPacker.Progress progress) {
        this.data = DataFiles.find(path);
        this.options = options;
        this.limits = limits;
        this.orderLimits = orderLimits;
        this.progress = progress;
    }

    PackedSet into(PackedSetWriter writer, String fingerprint) {
        try {
            Path scratch = Files.createDirectory(writer.scratch());
            // Each step's arguments are garbage in the next: none is kept in a variable.
            PackedPlan plan = inSession(session -> read(session, scratch)).plan();
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

    private Ordering read(Session session, Path scratch) throws SQLException, IOException {
        List<String> names = Source.of(session, data).names();
        List<String> ordering = options.ordering().columns(names);
        Set<String> wanted = new LinkedHashSet<>(ordering);
        options.roles().id().ifPresent(wanted::add);
        options.roles().weight().ifPresent(wanted::add);
        Query query = Query.plan(session, data, List.copyOf(wanted), options.filter());
        LongConsumer read = rows -> progress.at(rows, (long) STEPS * query.rows());
        Refusals refusals = new Refusals(data, options, limits);
        if (!orderLimits.areExceededBy(query.rows())) {
            return new MemoryFirstPass(options, refusals).read(session, query, read);
        }
        refuseInMemoryOnly(query, names);
        Path folder = Files.createDirectory(scratch.resolve("order"));
        return new SpilledFirstPass(options, orderLimits, folder, query, refusals)
                .read(session, new LinkedHashSet<>(ordering), read);
    }

    private void refuseInMemoryOnly(Query query, List<String> names) {
        OrderLimits.refuseMore(data.name(), query.rows());
        options.refuseGroupsInStrata();
        if (options.group().isPresent()) {
            throw orderLimits.tooMany(
                    data.name(), query.rows(), "queries and clusters", "Pack it in parts, with a filter.");
        }
        if (options.stratify().stream().anyMatch(slice -> PackingOptions.hasBins(slice, names))) {
            throw orderLimits.tooMany(
                    data.name(),
                    query.rows(),
                    "bins to stratify by",
                    "Write the bins into a column and stratify by that.");
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
        query.refuseChange(query.rows() - plan.dropped() != plan.rows());
        List<PackedColumn> columns = columns(query, wanted.size(), plan);
        RecordLayout layout = RecordLayout.of(columns);
        Texts texts = new Texts(data.name());
        int rows = plan.rows();
        Spill spill = new Spill(writer.scratch().resolve("rows"), layout, rows, PackedSetWriter.rangeRows(columns));
        new RowSpilling(query, wanted.size(), options, plan, layout, texts, spill)
                .run(session, done -> progress.at(query.rows() + done, (long) STEPS * query.rows()));
        SetDescription description = new SetDescription(
                data.name(),
                fingerprint,
                options.text(),
                plan.roles(),
                options.seed(),
                rows,
                columns,
                features,
                plan.strata().map(PlannedStrata::parts).orElse(List.of()),
                plan.strata().map(PlannedStrata::sizes).orElse(List.of()),
                plan.strata().map(PlannedStrata::merges).orElse(List.of()));
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
        columns.add(PackedColumn.label(labelType(plan.roles().task().orElseThrow())));
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
}
