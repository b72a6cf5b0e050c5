package io.github.tiercel.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Something to select from.
 *
 * @param relation its SQL
 * @param fields its columns
 */
record Table(String relation, List<Field> fields) {

    Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the names and types of what a relation gives} */
    static Table describe(Session session, String relation) throws SQLException {
        List<Field> fields =
                session.rows("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + relation + ")").stream()
                        .map(row -> new Field(row.get(0), Sql.name(row.get(0)), row.get(1)))
                        .toList();
        return new Table(relation, fields);
    }

    /** {@return the named columns, where a column of wide integers that all fit into 64 bits has become BIGINT} */
    Table narrow(Session session, Collection<String> names) throws SQLException {
        List<Field> narrowed = new ArrayList<>();
        for (String name : names) {
            narrowed.add(narrow(session, field(name)));
        }
        return new Table(relation, narrowed);
    }

    private Field narrow(Session session, Field field) throws SQLException {
        return field.isWide() && fits(session, field)
                ? new Field(field.name(), Sql.cast(field.reference(), "BIGINT"), "BIGINT")
                : field;
    }

    private boolean fits(Session session, Field field) throws SQLException {
        String outside =
                "TRY_" + Sql.cast(field.reference(), "BIGINT") + " IS NULL AND " + field.reference() + " IS NOT NULL";
        return session.value("CAST(count(*) AS VARCHAR) FROM " + relation + " WHERE " + outside)
                .equals("0");
    }
}
