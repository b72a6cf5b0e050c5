package io.github.tiercel.cli;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.store.StoredTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A key's scores as columns: row keys, labels as far as they are known, and each output. */
final class ExportColumns {

    private static final BitSet NONE_MISSING = new BitSet();

    private ExportColumns() {}

    static Columns of(StoredTable table, ExportNames names) {
        List<Column> columns = new ArrayList<>();
        columns.add(IntegerColumn.wrap(
                ExportNames.KEY,
                IntStream.range(0, table.rows()).mapToLong(table::rowKey).toArray(),
                NONE_MISSING));
        if (table.hasLabels()) {
            columns.add(labels(table));
        }
        for (int output = 0; output < names.outputs().size(); output++) {
            columns.add(NumberColumn.wrap(names.outputs().get(output), table.scores(output), NONE_MISSING));
        }
        return Columns.of("the store", table.rows(), columns);
    }

    private static Column labels(StoredTable table) {
        double[] values =
                IntStream.range(0, table.rows()).mapToDouble(table::label).toArray();
        if (!table.classes().isEmpty()) {
            int[] codes = IntStream.range(0, values.length)
                    .map(row -> (int) values[row])
                    .toArray();
            return TextColumn.wrap(ExportNames.LABEL, codes, table.classes());
        }
        // Whether rows have two classes is not recorded, and numbers to predict are hardly ever all 1 and 0.
        boolean areTwo = IntStream.range(0, values.length).allMatch(row -> values[row] == 0 || values[row] == 1);
        return areTwo
                ? IntegerColumn.wrap(
                        ExportNames.LABEL,
                        IntStream.range(0, values.length)
                                .mapToLong(row -> (long) values[row])
                                .toArray(),
                        NONE_MISSING)
                : NumberColumn.wrap(ExportNames.LABEL, values, NONE_MISSING);
    }
}
