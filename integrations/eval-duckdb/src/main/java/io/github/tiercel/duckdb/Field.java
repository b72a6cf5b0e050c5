package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.util.Set;

/**
 * A column as DuckDB sees it.
 *
 * @param name its name in the file
 * @param reference its quoted name in the relation
 * @param type its DuckDB type
 */
record Field(String name, String reference, String type) {

    private static final Set<String> INTEGERS =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");
    private static final Set<String> WIDE = Set.of("UBIGINT", "HUGEINT", "UHUGEINT");
    private static final Set<String> TEXTS =
            Set.of("VARCHAR", "BOOLEAN", "UUID", "DATE", "BIT", "INTERVAL", "\"NULL\"");

    static Field text(String name, String reference) {
        return new Field(name, reference, "VARCHAR");
    }

    ColumnKind kind(String source) {
        if (INTEGERS.contains(type)) {
            return ColumnKind.INTEGER;
        }
        if (isWide() || type.equals("FLOAT") || type.equals("DOUBLE") || isPlain("DECIMAL(")) {
            return ColumnKind.NUMBER;
        }
        if (TEXTS.contains(type) || isPlain("TIME") || isPlain("ENUM(")) {
            return ColumnKind.TEXT;
        }
        throw new DataException(
                "COLUMN_TYPE",
                "Column \"" + name + "\" of " + source + " is of type " + type
                        + ", which has no single number or text per row. Select other columns, or write it as columns of numbers or text.");
    }

    /** {@return whether values may exceed 64 bits with a sign} */
    boolean isWide() {
        return WIDE.contains(type);
    }

    boolean isText() {
        return type.equals("VARCHAR");
    }

    private boolean isPlain(String start) {
        return type.startsWith(start) && !type.endsWith("]");
    }

    /** {@return the SQL of its value as BIGINT, DOUBLE or VARCHAR} */
    String value(ColumnKind kind) {
        return switch (kind) {
            case INTEGER -> Sql.cast(reference, "BIGINT");
            case NUMBER -> number();
            case TEXT -> iso();
        };
    }

    /** By way of text, because DuckDB's own division of a decimal may miss the nearest double. */
    private String number() {
        boolean exact = type.equals("FLOAT") || type.equals("DOUBLE");
        return Sql.cast(exact ? reference : Sql.cast(reference, "VARCHAR"), "DOUBLE");
    }

    private String iso() {
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return "replace(" + Sql.cast(reference + " AT TIME ZONE 'UTC'", "VARCHAR") + ", ' ', 'T') || 'Z'";
        }
        String text = Sql.cast(reference, "VARCHAR");
        return type.startsWith("TIMESTAMP") ? "replace(" + text + ", ' ', 'T')" : text;
    }
}
