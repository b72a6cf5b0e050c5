package io.github.tiercel.duckdb;

/** The kinds of column that rows are read into. */
enum ColumnKind {
    INTEGER,
    NUMBER,
    TEXT;

    ColumnBuilder builder(String name, int rows) {
        return switch (this) {
            case INTEGER -> new IntegerBuilder(name, rows);
            case NUMBER -> new NumberBuilder(name, rows);
            case TEXT -> new TextBuilder(name, rows);
        };
    }
}
