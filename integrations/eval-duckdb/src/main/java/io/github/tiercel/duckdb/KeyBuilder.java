package io.github.tiercel.duckdb;

import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.sampling.RowKey;
import java.util.BitSet;
import org.duckdb.DuckDBReadableVector;

/** Gathers row keys: ids of text need 8 bytes a row this way, however long they are. */
final class KeyBuilder implements ColumnBuilder {

    private final String name;
    private final ColumnKind kind;
    private final long[] keys;
    private final BitSet missing = new BitSet();

    KeyBuilder(String name, ColumnKind kind, int rows) {
        this.name = name;
        this.kind = kind;
        this.keys = new long[rows];
    }

    @Override
    public void put(DuckDBReadableVector vector, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
                missing.set(from + i);
            } else {
                keys[from + i] = key(vector, i, kind);
            }
        }
    }

    /** The key that the value has as the id of a row in memory. */
    static long key(DuckDBReadableVector vector, int row, ColumnKind kind) {
        return switch (kind) {
            case INTEGER -> RowKey.of(vector.getLong(row));
            case NUMBER -> RowKey.of(Double.toString(vector.getDouble(row)));
            case TEXT -> RowKey.of(vector.getString(row));
        };
    }

    /** {@return the keys, 0 where an id is missing; not to be changed} */
    long[] keys() {
        return keys;
    }

    @Override
    public IntegerColumn build() {
        return IntegerColumn.wrap(name, keys, missing);
    }
}
