package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;

/** Columns as a table of a DuckDB in memory, where they have numbers for names. */
final class WrittenTable {

    private static final String NAME = "written";

    private final List<Column> columns;
    private final int rows;
    private final Set<String> floats;

    WrittenTable(Columns columns, Set<String> floats) {
        this.columns = columns.names().stream().map(columns::column).toList();
        this.rows = columns.rows();
        this.floats = floats;
        check();
    }

    private void check() {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must be at least one, got none");
        }
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            String name = column.name();
            if (name.isBlank() || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "names of columns must not be blank and hold no NUL, got \"" + name + "\"");
            }
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "names of columns must differ by more than case, got \"" + name + "\" twice");
            }
        }
    }

    String create() {
        return "CREATE TABLE " + NAME + " (" + each(c -> reference(c) + " " + type(columns.get(c))) + ")";
    }

    private String type(Column column) {
        return switch (column.type()) {
            case INTEGER -> "BIGINT";
            case NUMBER -> isFloat(column) ? "REAL" : "DOUBLE";
            case TEXT -> "VARCHAR";
        };
    }

    private boolean isFloat(Column column) {
        return floats.contains(column.name());
    }

    void appendTo(Session session) throws SQLException {
        try (DuckDBAppender appender = session.appender(NAME)) {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (Column column : columns) {
                    append(appender, column, row);
                }
                appender.endRow();
            }
        }
    }

    private void append(DuckDBAppender appender, Column column, int row) throws SQLException {
        if (column.isMissing(row)) {
            appender.appendNull();
        } else if (column instanceof IntegerColumn integers) {
            appender.append(integers.value(row));
        } else if (column instanceof NumberColumn numbers && isFloat(column)) {
            appender.append((float) numbers.value(row));
        } else if (column instanceof NumberColumn numbers) {
            appender.append(numbers.value(row));
        } else if (column instanceof TextColumn texts) {
            appender.append(texts.text(row));
        }
    }

    String copy(Path file, TableFormat format) {
        return "COPY (SELECT "
                + each(c -> value(c, format) + " AS " + Sql.name(columns.get(c).name())) + " FROM " + NAME + ") TO "
                + Sql.text(file.toAbsolutePath().toString()) + " (" + format.options() + ")";
    }

    /** The shortest digits of a float are not those of the double that it is. */
    private String value(int column, TableFormat format) {
        boolean widened = format == TableFormat.CSV && isFloat(columns.get(column));
        return widened ? Sql.cast(reference(column), "DOUBLE") : reference(column);
    }

    private static String reference(int column) {
        return "c" + column;
    }

    private String each(IntFunction<String> text) {
        return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining(", "));
    }
}
