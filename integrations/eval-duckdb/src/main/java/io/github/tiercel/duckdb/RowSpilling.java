package io.github.tiercel.duckdb;

import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedColumn;
import io.github.tiercel.sampling.RowKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Turns the rows of a query into records, column by column within each chunk, and spills them. */
final class RowSpilling {

    private final Query query;
    private final int dataColumns;
    private final PackedPlan plan;
    private final RecordLayout layout;
    private final Texts texts;
    private final Spill spill;
    private final Optional<Integer> id;
    private final Optional<Integer> weight;
    private final Optional<Integer> group;
    private ByteBuffer records = ByteBuffer.allocate(0);
    private PlannedChunk planned = new PlannedChunk(0);
    private int read;
    private int kept;

    /** Columns of data come first in the query, then id, weight and group where there are any. */
    RowSpilling(
            Query query,
            int dataColumns,
            PackingOptions options,
            PackedPlan plan,
            RecordLayout layout,
            Texts texts,
            Spill spill) {
        this.query = query;
        this.dataColumns = dataColumns;
        this.plan = plan;
        this.layout = layout;
        this.texts = texts;
        this.spill = spill;
        int next = dataColumns;
        this.id = options.roles().id().isPresent() ? Optional.of(next++) : Optional.empty();
        this.weight = options.roles().weight().isPresent() ? Optional.of(next++) : Optional.empty();
        this.group = options.group().isPresent() ? Optional.of(next) : Optional.empty();
        if (plan.roles().task().equals(Optional.of(Task.MULTICLASS))) {
            texts.put(
                    PackedColumn.label(PackedColumn.Type.TEXT).name(),
                    plan.roles().classes());
        }
    }

    void run(Session session, LongConsumer progress) throws SQLException, IOException {
        session.scan(query.sql(), chunk -> {
            try {
                spill(chunk);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.accept(read);
        });
        query.refuseChange(read != query.rows());
        spill.finish();
    }

    private void spill(DuckDBDataChunkReader chunk) throws IOException {
        int count = (int) chunk.rowCount();
        query.refuseChange(count > query.rows() - read);
        planned = plan.planned().next(count);
        clear(count);
        for (int column = 0; column < layout.columns().size(); column++) {
            fill(chunk, count, column);
        }
        for (int i = 0; i < count; i++) {
            if (!planned.isDropped(i)) {
                records.putInt(i * layout.bytes(), planned.position(i));
                spill.add(records, i * layout.bytes());
                kept++;
            }
        }
        read += count;
    }

    private void clear(int count) {
        int bytes = count * layout.bytes();
        if (records.capacity() < bytes) {
            records = ByteBuffer.allocate(bytes);
        }
        Arrays.fill(records.array(), 0, bytes, (byte) 0);
    }

    private void fill(DuckDBDataChunkReader chunk, int count, int column) {
        PackedColumn known = layout.columns().get(column);
        List<PackedColumn> all = layout.columns();
        if (!known.isReserved()) {
            int place = column - (all.size() - dataColumns);
            values(chunk.vector(place), count, column, query.kind(place));
        } else if (known.equals(PackedColumn.WEIGHT)) {
            values(chunk.vector(weight.orElseThrow()), count, column, query.kind(weight.orElseThrow()));
        } else if (known.equals(PackedColumn.GROUP)) {
            keys(chunk.vector(group.orElseThrow()), count, column, query.kind(group.orElseThrow()));
        } else if (known.equals(PackedColumn.KEY) && id.isPresent()) {
            keys(chunk.vector(id.get()), count, column, query.kind(id.get()));
        } else {
            known(count, column);
        }
    }

    /** What the first pass found out, or the row's number tells. */
    private void known(int count, int column) {
        PackedColumn known = layout.columns().get(column);
        int row = kept;
        for (int i = 0; i < count; i++) {
            if (planned.isDropped(i)) {
                continue;
            }
            int at = i * layout.bytes() + layout.offset(column);
            if (known.equals(PackedColumn.KEY)) {
                records.putLong(at, RowKey.of(row));
            } else if (known.equals(PackedColumn.ROW)) {
                records.putLong(at, row);
            } else if (known.equals(PackedColumn.STRATUM)) {
                records.put(at, planned.stratum(i));
            } else {
                label(known.type(), at, planned.label(i));
            }
            row++;
        }
    }

    private void label(PackedColumn.Type type, int at, double label) {
        switch (type) {
            case BYTE -> records.put(at, (byte) label);
            case TEXT -> records.putInt(at, (int) label);
            default -> records.putDouble(at, label);
        }
    }

    private void keys(DuckDBReadableVector vector, int count, int column, ColumnKind kind) {
        for (int i = 0; i < count; i++) {
            if (!planned.isDropped(i)) {
                records.putLong(i * layout.bytes() + layout.offset(column), KeyBuilder.key(vector, i, kind));
            }
        }
    }

    private void values(DuckDBReadableVector vector, int count, int column, ColumnKind kind) {
        PackedColumn known = layout.columns().get(column);
        for (int i = 0; i < count; i++) {
            int record = i * layout.bytes();
            if (planned.isDropped(i)) {
                continue;
            }
            if (vector.isNull(i)) {
                layout.setMissing(records, record, column);
                continue;
            }
            int at = record + layout.offset(column);
            switch (known.type()) {
                case NUMBER -> records.putDouble(at, number(vector, i, kind));
                case FLOAT -> records.putFloat(at, (float) vector.getDouble(i));
                case INTEGER, BYTE -> records.putLong(at, vector.getLong(i));
                case TEXT -> records.putInt(at, texts.code(known.name(), vector.getString(i)));
            }
        }
    }

    /** Weights may be integers. */
    private static double number(DuckDBReadableVector vector, int row, ColumnKind kind) {
        return kind == ColumnKind.INTEGER ? vector.getLong(row) : vector.getDouble(row);
    }
}
