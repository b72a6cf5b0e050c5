package io.github.tiercel.data;

import java.util.List;

/** The columns that a model reads, by place. */
record FeatureTable(List<String> names, List<Column> columns) implements RowContent {

    static FeatureTable of(List<Column> columns) {
        return new FeatureTable(columns.stream().map(Column::name).toList(), List.copyOf(columns));
    }

    ColumnType type(int column) {
        return columns.get(column).type();
    }

    boolean isMissing(int row, int column) {
        return columns.get(column).isMissing(row);
    }

    double number(int row, int column) {
        Column values = columns.get(column);
        if (values instanceof NumberColumn numbers) {
            return values.isMissing(row) ? Double.NaN : numbers.value(row);
        }
        if (values instanceof IntegerColumn integers) {
            return values.isMissing(row) ? Double.NaN : integers.value(row);
        }
        throw isNot(values, "numbers");
    }

    /** The same for several rows: what a column holds is asked once, for that takes longer than to read a value. */
    double[] numbers(int[] rows, int column) {
        Column values = columns.get(column);
        if (values instanceof NumberColumn numbers) {
            return numbers.numbers(rows);
        }
        if (values instanceof IntegerColumn integers) {
            return integers.numbers(rows);
        }
        throw isNot(values, "numbers");
    }

    long[] integers(int[] rows, int column) {
        Column values = columns.get(column);
        if (values instanceof IntegerColumn integers) {
            return integers.integers(rows);
        }
        throw isNot(values, "integers");
    }

    long integer(int row, int column) {
        Column values = columns.get(column);
        if (values instanceof IntegerColumn integers) {
            return values.isMissing(row) ? 0 : integers.value(row);
        }
        throw isNot(values, "integers");
    }

    String text(int row, int column) {
        return columns.get(column).text(row);
    }

    @Override
    public void header(DigestSink sink) {
        sink.put("columns").put(columns.size());
        columns.forEach(column -> sink.put(column.name()).put(column.type().name()));
    }

    @Override
    public void row(int row, DigestSink sink) {
        for (int column = 0; column < columns.size(); column++) {
            Column values = columns.get(column);
            if (values.isMissing(row)) {
                sink.putMissing();
            } else if (values instanceof NumberColumn numbers) {
                sink.put(numbers.value(row));
            } else if (values instanceof IntegerColumn integers) {
                sink.put(integers.value(row));
            } else {
                sink.put(values.text(row));
            }
        }
    }

    static IllegalArgumentException isNot(Column column, String wanted) {
        String held =
                switch (column.type()) {
                    case NUMBER -> "numbers";
                    case INTEGER -> "integers";
                    case TEXT -> "text";
                };
        return new IllegalArgumentException("Column \"" + column.name() + "\" holds " + held + ", but was read as "
                + wanted + ". Read it as what it holds, or convert it when the table is made.");
    }
}
