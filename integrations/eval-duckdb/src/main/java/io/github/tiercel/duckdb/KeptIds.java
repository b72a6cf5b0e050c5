package io.github.tiercel.duckdb;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.RowKeys;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** The ids of the rows that are packed, read again to say what is wrong with them: 16 bytes a row, as keys. */
final class KeptIds {

    private static final int LABEL = 0;
    private static final int ID = 1;

    private final Session session;
    private final DataFiles data;
    private final Limits limits;
    private final Query query;
    private final String name;
    private final boolean dropsUnlabelled;
    private final BitSet missing = new BitSet();
    private long[] keys;
    private String text = "";
    private int kept;

    KeptIds(Session session, DataFiles data, Limits limits, PackingOptions options) throws SQLException {
        this.session = session;
        this.data = data;
        this.limits = limits;
        this.name = options.roles().id().orElseThrow();
        this.query = Query.plan(session, data, List.of(options.roles().label(), name), options.filter());
        this.dropsUnlabelled = options.dropsUnlabelled();
        this.keys = new long[query.rows()];
    }

    /** {@return what is wrong with them} */
    DataException refusal() throws SQLException {
        session.scan(query.sql(), this::add);
        keys = kept < keys.length ? Arrays.copyOf(keys, kept) : keys;
        try {
            if (!missing.isEmpty()) {
                IntegerColumn ids = IntegerColumn.wrap(name, keys, missing);
                RowKeys.distinct(Columns.of(query.source(), kept, List.of(ids)), name);
            }
            RowKeys.requireDistinct(keys, name, this::text);
        } catch (DataException e) {
            return e;
        }
        return new DataException("CHANGED_FILE", query.source() + " changed while it was read.");
    }

    private void add(DuckDBDataChunkReader chunk) {
        DuckDBReadableVector ids = chunk.vector(ID);
        query.refuseChange(chunk.rowCount() > keys.length - kept);
        for (int row = 0; row < chunk.rowCount(); row++) {
            if (isKept(chunk, row)) {
                missing.set(kept, ids.isNull(row));
                keys[kept++] = ids.isNull(row) ? 0 : KeyBuilder.key(ids, row, query.kind(ID));
            }
        }
    }

    private boolean isKept(DuckDBDataChunkReader chunk, int row) {
        DuckDBReadableVector labels = chunk.vector(LABEL);
        boolean isNumber = query.kind(LABEL) == ColumnKind.NUMBER;
        return !dropsUnlabelled || !(labels.isNull(row) || (isNumber && Double.isNaN(labels.getDouble(row))));
    }

    private String text(int row) {
        kept = 0;
        try {
            session.scanWhile(query.sql(), chunk -> isBefore(row, chunk));
        } catch (SQLException e) {
            throw ReadFailure.of(data, limits, e);
        }
        return text;
    }

    private boolean isBefore(int wanted, DuckDBDataChunkReader chunk) {
        for (int row = 0; row < chunk.rowCount(); row++) {
            if (isKept(chunk, row) && kept++ == wanted) {
                text = text(chunk.vector(ID), row);
                return false;
            }
        }
        return true;
    }

    private String text(DuckDBReadableVector ids, int row) {
        return switch (query.kind(ID)) {
            case INTEGER -> Long.toString(ids.getLong(row));
            case NUMBER -> Double.toString(ids.getDouble(row));
            case TEXT -> ids.getString(row);
        };
    }
}
