package io.github.tiercel.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * CSV. All values are read as text; a first pass over the whole file, in the columns asked for only, finds each
 * column's type, so that no later row can contradict it. It costs about a third of DuckDB's own sniffing of the whole
 * file.
 *
 * <p>Columns go by their position inside of DuckDB, whose names ignore case.
 */
final class CsvSource implements Source {

    // 18 digits always fit into 64 bits; 19 are tried. A leading zero means a code, such as a postcode.
    private static final String SHORT_INTEGER = "' *[+-]?(0|[1-9][0-9]{0,17}) *'";
    private static final String LONG_INTEGER = "' *[+-]?[1-9][0-9]{18} *'";
    private static final String NUMBER = "'(?i) *[+-]?((0|[1-9][0-9]*)|(([0-9]+[.][0-9]*|[.][0-9]+)(e[+-]?[0-9]+)?)"
            + "|([0-9]+e[+-]?[0-9]+)|nan|inf|infinity) *'";

    private static final int IS_INTEGER = 1;
    private static final int IS_NUMBER = 2;
    private static final int IS_BOOLEAN = 4;
    private static final int IS_TEXT = 8;

    private final Session session;
    private final CsvHeader header;
    private final String parallel;
    private final String sequential;

    CsvSource(Session session, DataFiles data) {
        this.session = session;
        this.header = CsvHeader.read(data.files().get(0));
        this.parallel = rows(data, header, "");
        this.sequential = rows(data, header, ", parallel = false");
    }

    private static String rows(DataFiles data, CsvHeader header, String option) {
        String columns = IntStream.range(0, header.names().size())
                .mapToObj(i -> position(i) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + data.patterns() + ", auto_detect = false, header = true, delim = "
                + Sql.text(String.valueOf(header.delimiter()))
                + ", quote = '\"', escape = '\"', allow_quoted_nulls = false, columns = " + columns
                + header.lineEnd().map(CsvSource::lineEnd).orElse("") + option + ")";
    }

    private static String lineEnd(String end) {
        return ", new_line = '" + end.replace("\r", "\\r").replace("\n", "\\n") + "'";
    }

    private static String position(int column) {
        return "c" + column;
    }

    @Override
    public List<String> names() {
        return header.names();
    }

    @Override
    public Table table(Collection<String> names) throws SQLException {
        try {
            return table(names, parallel);
        } catch (SQLException e) {
            // Where quoted text looks like rows, a thread cannot tell where in the file it has landed; DuckDB notices.
            if (!String.valueOf(e.getMessage()).contains("Parallel CSV Reader")) {
                throw e;
            }
            return table(names, sequential);
        }
    }

    private Table table(Collection<String> names, String rows) throws SQLException {
        List<String> found = found(names, rows);
        List<Field> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String name : names) {
            String position = position(header.names().indexOf(name));
            int content = Integer.parseInt(found.get(fields.size()));
            fields.add(new Field(name, position, type(content)));
            values.add(value(position, content) + " AS " + position);
        }
        return new Table("(SELECT " + String.join(", ", values) + " FROM " + rows + ")", fields);
    }

    /** {@return for each column which kinds of content occur in it, as a sum} */
    private List<String> found(Collection<String> names, String rows) throws SQLException {
        String contents = names.stream()
                .map(name -> content(position(header.names().indexOf(name))))
                .collect(Collectors.joining(", "));
        return session.rows("SELECT " + contents + " FROM " + rows).get(0);
    }

    private static String content(String column) {
        return "CAST(coalesce(bit_or(CASE WHEN " + column + " IS NULL OR " + column + " = '' THEN 0"
                + " WHEN " + matches(column, SHORT_INTEGER) + " THEN " + IS_INTEGER
                + " WHEN " + matches(column, LONG_INTEGER) + " AND TRY_CAST(" + column + " AS BIGINT) IS NOT NULL THEN "
                + IS_INTEGER
                + " WHEN " + matches(column, NUMBER) + " THEN " + IS_NUMBER
                + " WHEN lower(" + column + ") IN ('true', 'false') THEN " + IS_BOOLEAN
                + " ELSE " + IS_TEXT + " END), 0) AS VARCHAR)";
    }

    private static String matches(String column, String pattern) {
        return "regexp_full_match(" + column + ", " + pattern + ")";
    }

    private static String type(int content) {
        return switch (content) {
            case IS_INTEGER -> "BIGINT";
            case IS_NUMBER, IS_INTEGER | IS_NUMBER -> "DOUBLE";
            default -> "VARCHAR";
        };
    }

    private static String value(String column, int content) {
        return switch (content) {
            case IS_BOOLEAN -> "lower(nullif(" + column + ", ''))";
            case IS_INTEGER, IS_NUMBER, IS_INTEGER | IS_NUMBER -> Sql.cast("nullif(" + column + ", '')", type(content));
            default -> column;
        };
    }
}
