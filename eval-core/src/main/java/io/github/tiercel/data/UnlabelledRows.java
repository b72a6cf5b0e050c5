package io.github.tiercel.data;

import java.util.Arrays;

/** Rows without a label: a missing value, or NaN, since tables write missing numbers either way. */
final class UnlabelledRows {

    private UnlabelledRows() {}

    static boolean contains(Column column, int row) {
        return column.isMissing(row) || (column instanceof NumberColumn numbers && Double.isNaN(numbers.value(row)));
    }

    static Columns without(Columns columns, String label) {
        Column column = columns.column(label);
        int[] rows = new int[columns.rows()];
        int kept = 0;
        for (int row = 0; row < rows.length; row++) {
            if (!contains(column, row)) {
                rows[kept++] = row;
            }
        }
        return kept == rows.length ? columns : columns.select(Arrays.copyOf(rows, kept));
    }

    static void refuse(Column column, String source) {
        Offenders missing = Offenders.of(column.rows(), row -> contains(column, row));
        if (missing.exist()) {
            throw new DataException(
                    "UNLABELLED",
                    Offenders.number(missing.count()) + " of " + Offenders.number(column.rows())
                            + (missing.count() == 1 ? " rows has" : " rows have") + " no label in column \""
                            + column.name()
                            + "\" of " + source + " (" + missing.where()
                            + "). Rows without a label cannot be evaluated: remove them, or leave them out on purpose with"
                            + " --drop-unlabelled.");
        }
    }
}
