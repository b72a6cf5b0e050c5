package io.github.tiercel.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Turns rows into columns. */
final class Transposition {

    private final List<FeatureRow> rows;

    private Transposition(List<FeatureRow> rows) {
        this.rows = rows;
    }

    static FeatureBatch of(Batch<FeatureRow> batch) {
        List<FeatureRow> rows = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            rows.add(batch.row(i));
        }
        Transposition transposition = new Transposition(rows);
        transposition.requireSameColumns();
        return new FeatureBatch(
                transposition.table(), IntStream.range(0, rows.size()).toArray());
    }

    private void requireSameColumns() {
        FeatureRow first = rows.get(0);
        Offenders others = Offenders.of(rows.size(), row -> !sameColumns(first, rows.get(row)));
        if (others.exist()) {
            throw new DataException(
                    "ROWS_DIFFER",
                    Offenders.number(others.count()) + " of " + Offenders.number(rows.size())
                            + " rows of a batch " + (others.count() == 1 ? "has" : "have")
                            + " other columns or types than its first (" + others.where()
                            + " of the batch). Give every row the same columns: " + String.join(", ", first.columns())
                            + ".");
        }
    }

    private static boolean sameColumns(FeatureRow one, FeatureRow other) {
        // Rows made in one place share the list, as a rule.
        boolean sameNames = one.columns() == other.columns() || one.columns().equals(other.columns());
        return sameNames
                && IntStream.range(0, one.columns().size()).allMatch(column -> one.type(column) == other.type(column));
    }

    private FeatureTable table() {
        FeatureRow first = rows.get(0);
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < first.columns().size(); column++) {
            columns.add(column(first.columns().get(column), first.type(column), column));
        }
        return FeatureTable.of(columns);
    }

    private Column column(String name, ColumnType type, int column) {
        return switch (type) {
            case NUMBER -> NumberColumn.wrap(name, numbers(column), missing(column));
            case INTEGER -> IntegerColumn.wrap(name, integers(column), missing(column));
            case TEXT ->
                SliceColumn.of(name, rows.size(), row -> rows.get(row).isMissing(column), row -> rows.get(row)
                        .text(column));
        };
    }

    private double[] numbers(int column) {
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row).number(column);
        }
        return values;
    }

    private long[] integers(int column) {
        long[] values = new long[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row).integer(column);
        }
        return values;
    }

    private BitSet missing(int column) {
        BitSet missing = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            missing.set(row, rows.get(row).isMissing(column));
        }
        return missing;
    }
}
