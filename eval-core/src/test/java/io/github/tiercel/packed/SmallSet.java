package io.github.tiercel.packed;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A set of ten rows with a column of each kind, every one with something odd in it. */
final class SmallSet {

    static final int ROWS = 10;
    static final long[] KEYS = {7, -1, 12, 0, 5, 99, Long.MIN_VALUE, 3, 8, 4};
    static final int[] LABELS = {0, 1, 0, 0, 1, 0, 0, 1, 0, 0};
    static final double[] NUMBERS = {0.5, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, 2, 3, 4, 5, 6};
    static final float[] FLOATS = {0.1f, 1, 2, 3, 4, 5, 6, 7, 8, Float.MIN_VALUE};
    static final long[] INTEGERS = {Long.MAX_VALUE, 1, 2, 3, 4, 5, 6, 7, 8, -9};
    static final List<String> TEXTS = List.of("", "Ω und 😀", "line\nend");

    /** The row that lacks the value of each column of data, by the column's place among them. */
    static final int[] LACKING = {1, 3, 5, 7};

    static final List<PackedColumn> COLUMNS = List.of(
            PackedColumn.KEY,
            PackedColumn.ROW,
            PackedColumn.label(PackedColumn.Type.BYTE),
            PackedColumn.STRATUM,
            new PackedColumn("number", PackedColumn.Type.NUMBER),
            new PackedColumn("float", PackedColumn.Type.FLOAT),
            new PackedColumn("integer", PackedColumn.Type.INTEGER),
            new PackedColumn("text", PackedColumn.Type.TEXT));

    private SmallSet() {}

    static Strata strata() {
        return Strata.ofClasses(LABELS, List.of("negative", "positive"));
    }

    static int[] order() {
        return StratifiedOrder.of(KEYS, strata(), 42).rows(ROWS);
    }

    static SetDescription description() {
        ColumnRoles roles = ColumnRoles.label("late")
                .positive("yes: \\ or\nno")
                .task(Task.BINARY)
                .id("id")
                .slice("text");
        return new SetDescription(
                "small.csv",
                "f00",
                "label \"late\"",
                roles,
                42,
                ROWS,
                COLUMNS,
                List.of("number", "float", "integer", "text"),
                strata().parts(),
                IntStream.of(strata().sizes()).boxed().toList(),
                List.of(new Strata.Merge(0, List.of("a b", "c\nd"))));
    }

    static PackedSet write(Path target) {
        try (PackedSetWriter writer = PackedSetWriter.to(target)) {
            return writer.write(description(), Map.of("text", TEXTS), SmallSet::range);
        }
    }

    static PackedRows range(int from, int rows) {
        int[] order = order();
        List<List<Optional<Number>>> table = new ArrayList<>();
        for (int position = from; position < from + rows; position++) {
            table.add(row(order[position]));
        }
        return new ListedRows(table);
    }

    private static List<Optional<Number>> row(int row) {
        List<Number> values = List.of(
                KEYS[row],
                (long) row,
                LABELS[row],
                LABELS[row],
                NUMBERS[row],
                FLOATS[row],
                INTEGERS[row],
                row % TEXTS.size());
        List<Optional<Number>> optional = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            optional.add(lacks(row, column - 4) ? Optional.empty() : Optional.of(values.get(column)));
        }
        return optional;
    }

    static boolean lacks(int row, int dataColumn) {
        return dataColumn >= 0 && LACKING[dataColumn] == row;
    }
}
