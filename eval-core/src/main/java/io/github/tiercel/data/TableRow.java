package io.github.tiercel.data;

import java.util.List;

/** A view of one row of a table. */
record TableRow(FeatureTable table, int row) implements FeatureRow {

    @Override
    public List<String> columns() {
        return table.names();
    }

    @Override
    public ColumnType type(int column) {
        return table.type(column);
    }

    @Override
    public boolean isMissing(int column) {
        return table.isMissing(row, column);
    }

    @Override
    public double number(int column) {
        return table.number(row, column);
    }

    @Override
    public long integer(int column) {
        return table.integer(row, column);
    }

    @Override
    public String text(int column) {
        return table.text(row, column);
    }
}
