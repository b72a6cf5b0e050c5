package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
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
import java.util.function.LongConsumer;
import org.duckdb.DuckDBDataChunkReader;

/** One read: rows are counted first, so that every array is allocated once and at its final length. */
final class Reading {

    /** Longer arrays are beyond some virtual machines. */
    private static final long MAX_ROWS = Integer.MAX_VALUE - 8L;

    private final String source;
    private final List<ColumnBuilder> builders = new ArrayList<>();
    private final int expected;
    private final String sql;
    private int rows;

    private Reading(String source, int expected, String sql) {
        this.source = source;
        this.expected = expected;
        this.sql = sql;
    }

    /**
     * {@return a read that is ready to run}
     *
     * @param selected names of columns; all if there is none
     */
    static Reading plan(Session session, DataFiles data, List<String> selected, Optional<Filter> filter)
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

    private static Reading plan(Session session, String source, List<String> wanted, Table table, String where)
            throws SQLException {
        List<String> values = new ArrayList<>();
        List<ColumnKind> kinds = new ArrayList<>();
        for (String name : wanted) {
            Field field = table.field(name);
            kinds.add(field.kind(source));
            values.add(field.value(field.kind(source)));
        }
        String from = " FROM " + table.relation() + where;
        int expected = countable(source, Long.parseLong(session.value("CAST(count(*) AS VARCHAR)" + from)));
        Reading reading = new Reading(source, expected, "SELECT " + String.join(", ", values) + from);
        for (int i = 0; i < kinds.size(); i++) {
            reading.builders.add(kinds.get(i).builder(wanted.get(i), expected));
        }
        return reading;
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

    String sql() {
        return sql;
    }

    Columns run(Session session, LongConsumer progress) throws SQLException {
        session.scan(sql, chunk -> {
            put(chunk);
            progress.accept(rows);
        });
        refuseChange(rows != expected);
        List<Column> columns = builders.stream().map(ColumnBuilder::build).toList();
        return Columns.of(source, rows, columns);
    }

    private void put(DuckDBDataChunkReader chunk) {
        int count = (int) chunk.rowCount();
        refuseChange(count > expected - rows);
        for (int i = 0; i < builders.size(); i++) {
            builders.get(i).put(chunk.vector(i), rows, count);
        }
        rows += count;
    }

    private void refuseChange(boolean changed) {
        if (changed) {
            throw new DataException(
                    "CHANGED_FILE",
                    source + " changed while it was read: it had " + expected
                            + " rows to read when they were counted. Read it again when nothing writes to it.");
        }
    }
}
