package io.github.tiercel.duckdb;

import io.github.tiercel.metrics.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** The first pass over more rows than are ordered in memory: what the order needs of each goes to a file. */
final class SpilledFirstPass {

    private final PackingOptions options;
    private final OrderLimits limits;
    private final Path folder;
    private final Query query;
    private final Refusals refusals;
    private final Optional<Integer> id;
    private final Optional<WeightCheck> weights;
    private final SpilledCodes rows;
    private boolean lacksIds;
    private int kept;

    SpilledFirstPass(PackingOptions options, OrderLimits limits, Path folder, Query query, Refusals refusals)
            throws IOException {
        this.options = options;
        this.limits = limits;
        this.folder = folder;
        this.query = query;
        this.refusals = refusals;
        this.id = options.roles().id().map(query::column);
        this.weights = options.roles().weight().map(query::column).map(column -> new WeightCheck(query, column));
        this.rows = SpilledCodes.in(folder.resolve("rows"), id.isPresent());
    }

    /**
     * {@return the order, to be made}
     *
     * @param ordering the columns that decide which row belongs where, that of the label first
     */
    Ordering read(Session session, Set<String> ordering, LongConsumer progress) throws SQLException, IOException {
        RowCodes codes = codes(session, ordering);
        session.scan(query.sql(), chunk -> {
            spill(chunk, codes);
            progress.accept(rows.rows());
        });
        query.refuseChange(rows.rows() != query.rows());
        rows.finish();
        return () -> order(codes);
    }

    private RowCodes codes(Session session, Set<String> ordering) throws SQLException {
        int label = query.column(options.roles().label());
        boolean isNumber = query.kind(label) != ColumnKind.TEXT;
        if (options.roles().task().equals(Optional.of(Task.REGRESSION)) && !isNumber) {
            throw refusals.ofLabels();
        }
        return isRegression(session, label)
                ? new NumberCodes(query, options, refusals)
                : new KindCodes(query, ordering, options, refusals);
    }

    private boolean isRegression(Session session, int label) throws SQLException {
        Optional<Task> task = options.roles().task();
        if (task.isPresent()) {
            return task.get() == Task.REGRESSION;
        }
        boolean named = options.roles().positive().isPresent()
                || !options.roles().classes().isEmpty();
        return !named && query.kind(label) == ColumnKind.NUMBER && new MeasuredLabels(label).in(session, query);
    }

    private void spill(DuckDBDataChunkReader chunk, RowCodes codes) {
        try {
            int count = (int) chunk.rowCount();
            query.refuseChange(count > query.rows() - rows.rows());
            for (int i = 0; i < count; i++) {
                add(chunk, i, codes.code(chunk, i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(DuckDBDataChunkReader chunk, int i, long code) throws IOException {
        boolean counts = code != RowCodes.NONE;
        kept += counts ? 1 : 0;
        if (counts && weights.isPresent()) {
            weights.get().add(chunk, i);
        }
        rows.add(code, counts && id.isPresent() ? key(chunk.vector(id.get()), i) : 0);
    }

    private long key(DuckDBReadableVector ids, int i) {
        if (ids.isNull(i)) {
            lacksIds = true;
            return 0;
        }
        return KeyBuilder.key(ids, i, query.kind(id.orElseThrow()));
    }

    private PackedPlan order(RowCodes codes) throws IOException {
        if (kept == 0 || (kept < rows.rows() && !options.dropsUnlabelled())) {
            throw refusals.ofLabels();
        }
        codes.divide(rows, kept);
        if (weights.isPresent() && weights.get().isBad()) {
            throw refusals.ofWeights();
        }
        if (lacksIds) {
            throw refusals.ofIds();
        }
        if (options.isCrossed()) {
            LabelStrata.refuseCrossedNumbers(codes.roles().task().orElseThrow());
        }
        SpilledOrder order =
                new SpilledOrder(folder, rows, id.isPresent(), codes, kept, limits.rangeRows(), options.seed());
        RecordFile[] positions = order.positions(refusals::ofIds);
        return new PackedPlan(
                codes.roles(),
                kept,
                rows.rows() - kept,
                Optional.of(PlannedStrata.of(codes.strata())),
                new SpilledPlan(rows, codes, positions, limits.rangeRows()));
    }
}
