package io.github.tiercel.duckdb;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Filter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns and rows to read, as SQL, and how many there are.
 *
 * @param source the name of what is read, for messages
 * @param fields the columns, in the order named
 * @param rows how many rows meet the condition
 * @param sql gives each column as BIGINT, DOUBLE or VARCHAR, by its kind
 */
record Query(String source, List<Field> fields, int rows, String sql) {

    /** Longer arrays are beyond some virtual machines. */
    private static final long MAX_ROWS = Integer.MAX_VALUE - 8L;

    /**
     * {@return a query that is ready to run}
     *
     * @param selected names of columns; all if there is none
     */
    static Query plan(Session session, DataFiles data, List<String> selected, Optional<Filter> filter)
            throws SQLException {
        Source source = Source.of(session, data);
        List<String> wanted = selected.isEmpty() ? source.names() : selected;
        Set<String> needed = new LinkedHashSet<>(wanted);
        filter.ifPresent(condition -> needed.addAll(condition.columns()));
        refuseUnknown(needed, source.names(), data.name());
        Table table = source.table(needed).narrow(session, needed);
        String where = where(new FilterSql(session, table, data.name()), filter);
        return plan(session, data.name(), wanted, table, where);
    }

    private static Query plan(Session session, String source, List<String> wanted, Table table, String where)
            throws SQLException {
        List<String> values = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (String name : wanted) {
            Field field = table.field(name);
            fields.add(field);
            values.add(field.value(field.kind(source)));
        }
        String from = " FROM " + table.relation() + where;
        int rows = countable(source, Long.parseLong(session.value("CAST(count(*) AS VARCHAR)" + from)));
        return new Query(source, fields, rows, "SELECT " + String.join(", ", values) + from);
    }

    private static void refuseUnknown(Collection<String> needed, List<String> names, String source) {
        for (String name : needed) {
            if (!names.contains(name)) {
                throw Columns.unknown(name, source, names);
            }
        }
    }

    private static String where(FilterSql sql, Optional<Filter> filter) throws SQLException {
        return filter.isPresent() ? " WHERE " + sql.condition(filter.get()) : "";
    }

    static int countable(String source, long rows) {
        if (rows > MAX_ROWS) {
            throw new DataException(
                    "TOO_MANY_ROWS",
                    source + " has " + rows + " rows to read, but columns hold at most " + MAX_ROWS
                            + ". Read it in parts, with a filter.");
        }
        return (int) rows;
    }

    /** {@return the place of a column that was selected} */
    int column(String name) {
        return fields.stream().map(Field::name).toList().indexOf(name);
    }

    /** {@return the same for the first rows, if there are more} */
    Query first(int most) {
        return rows <= most ? this : new Query(source, fields, most, sql + " LIMIT " + most);
    }

    ColumnKind kind(int column) {
        return fields.get(column).kind(source);
    }

    /** Throws if there are other rows than were counted. */
    void refuseChange(boolean changed) {
        if (changed) {
            throw new DataException(
                    "CHANGED_FILE",
                    source + " changed while it was read: it had " + rows
                            + " rows to read when they were counted. Read it again when nothing writes to it.");
        }
    }
}
