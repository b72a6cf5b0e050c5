package io.github.tiercel.duckdb;

import io.github.tiercel.data.IntegerColumn;
import java.util.BitSet;
import org.duckdb.DuckDBReadableVector;

/** Gathers longs. */
final class IntegerBuilder implements ColumnBuilder {

    private final String name;
    private final long[] values;
    private final BitSet missing = new BitSet();

    IntegerBuilder(String name, int rows) {
        this.name = name;
        this.values = new long[rows];
    }

    @Override
    public void put(DuckDBReadableVector vector, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
                missing.set(from + i);
            } else {
                values[from + i] = vector.getLong(i);
            }
        }
    }

    @Override
    public IntegerColumn build() {
        return IntegerColumn.wrap(name, values, missing);
    }
}
