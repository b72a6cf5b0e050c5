package io.github.tiercel.duckdb;

import io.github.tiercel.data.NumberColumn;
import java.util.BitSet;
import org.duckdb.DuckDBReadableVector;

/** Gathers doubles. */
final class NumberBuilder implements ColumnBuilder {

    private final String name;
    private final double[] values;
    private final BitSet missing = new BitSet();

    NumberBuilder(String name, int rows) {
        this.name = name;
        this.values = new double[rows];
    }

    @Override
    public void put(DuckDBReadableVector vector, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
                missing.set(from + i);
            } else {
                values[from + i] = vector.getDouble(i);
            }
        }
    }

    @Override
    public NumberColumn build() {
        return NumberColumn.wrap(name, values, missing);
    }
}
