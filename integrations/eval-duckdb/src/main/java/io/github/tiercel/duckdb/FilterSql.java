package io.github.tiercel.duckdb;

import io.github.tiercel.data.Filter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes a filter as an SQL condition, in the form that DuckDB pushes down: column, comparison, constant. */
final class FilterSql {

    private final Session session;
    private final Table table;
    private final String source;

    FilterSql(Session session, Table table, String source) {
        this.session = session;
        this.table = table;
        this.source = source;
    }

    String condition(Filter filter) throws SQLException {
        if (filter instanceof Filter.And and) {
            return condition(and.left()) + " AND " + condition(and.right());
        }
        if (filter instanceof Filter.In in) {
            return in(table.field(in.column()), in.values());
        }
        if (filter instanceof Filter.Compare compare) {
            return compare(table.field(compare.column()), compare);
        }
        return table.field(((Filter.Present) filter).column()).reference() + " IS NOT NULL";
    }

    private String in(Field field, List<String> values) throws SQLException {
        List<String> constants = new ArrayList<>();
        for (String value : values) {
            constants.add(constant(field, value));
        }
        return field.reference() + " IN (" + String.join(", ", constants) + ")";
    }

    private String compare(Field field, Filter.Compare compare) throws SQLException {
        String condition = field.reference() + operator(compare.bound()) + constant(field, compare.value());
        return mayMeetNan(field, compare.bound())
                ? condition + " AND " + field.reference() + " <= CAST('Infinity' AS DOUBLE)"
                : condition;
    }

    private static String operator(Filter.Bound bound) {
        return switch (bound) {
            case AT_LEAST -> " >= ";
            case ABOVE -> " > ";
            case AT_MOST -> " <= ";
            case BELOW -> " < ";
        };
    }

    /** DuckDB holds NaN to be greater than infinity. */
    private boolean mayMeetNan(Field field, Filter.Bound bound) {
        return field.kind(source) == ColumnKind.NUMBER
                && (bound == Filter.Bound.AT_LEAST || bound == Filter.Bound.ABOVE);
    }

    private String constant(Field field, String value) throws SQLException {
        return switch (field.kind(source)) {
            case INTEGER -> Sql.cast(Sql.text(Long.toString(integer(field, value))), "BIGINT");
            case NUMBER -> Sql.cast(Sql.text(Double.toString(number(field, value))), "DOUBLE");
            case TEXT -> field.isText() ? Sql.text(value) : typed(field, value);
        };
    }

    private long integer(Field field, String value) {
        try {
            return new BigDecimal(value.strip()).longValueExact();
        } catch (NumberFormatException e) {
            throw mismatch(field, "integers", value);
        } catch (ArithmeticException e) {
            throw mismatch(field, "integers of 64 bits", value);
        }
    }

    private double number(Field field, String value) {
        double number = parse(value);
        if (Double.isNaN(number)) {
            throw mismatch(field, "numbers", value);
        }
        return number;
    }

    private static double parse(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A date, a time, true or false, ...: DuckDB says whether the text is one. */
    private String typed(Field field, String value) throws SQLException {
        String cast = Sql.cast(Sql.text(value), field.type());
        if (session.value("CAST(TRY_" + cast + " IS NULL AS VARCHAR)").equals("true")) {
            throw mismatch(field, "values of type " + field.type(), value);
        }
        return cast;
    }

    private IllegalArgumentException mismatch(Field field, String holds, String value) {
        return new IllegalArgumentException("Column \"" + field.name() + "\" of " + source + " holds " + holds
                + ", but the filter compares it with \"" + value + "\".");
    }
}
