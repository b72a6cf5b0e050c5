package io.github.tiercel.duckdb;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Quotes names and values. Values are quoted, not bound: DuckDB plans a prepared statement before its parameters are
 * known, and would then open every file of a partitioned folder.
 */
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text constant. DuckDB knows no backslash escapes in it, and its parser stops at a NUL. */
    static String text(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
    }

    static String list(Collection<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
    }

    static String cast(String expression, String type) {
        return "CAST(" + expression + " AS " + type + ")";
    }

    /** The pattern that matches this path alone: without it {@code a[1].parquet} would read {@code a1.parquet}. */
    static String pattern(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }
}
