package io.github.tiercel.packed;

import java.util.List;
import java.util.Optional;

/** Rows of boxed values, for tests; empty where one is missing. */
record ListedRows(List<List<Optional<Number>>> table) implements PackedRows {

    @Override
    public int rows() {
        return table.size();
    }

    @Override
    public boolean isMissing(int column, int row) {
        return table.get(row).get(column).isEmpty();
    }

    @Override
    public double number(int column, int row) {
        return table.get(row).get(column).orElseThrow().doubleValue();
    }

    @Override
    public long integer(int column, int row) {
        return table.get(row).get(column).orElseThrow().longValue();
    }

    @Override
    public int code(int column, int row) {
        return table.get(row).get(column).orElseThrow().intValue();
    }
}
