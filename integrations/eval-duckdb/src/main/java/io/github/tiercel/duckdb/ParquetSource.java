package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** One Parquet file, or a folder of them; what a folder's path says ({@code month=05}) is a column of text. */
final class ParquetSource implements Source {

    private final Session session;
    private final DataFiles data;
    private final Table table;

    private ParquetSource(Session session, DataFiles data, Table table) {
        this.session = session;
        this.data = data;
        this.table = table;
    }

    static ParquetSource describe(Session session, DataFiles data) throws SQLException {
        String relation = "read_parquet(" + data.patterns() + ", hive_partitioning = " + data.isFolder()
                + ", hive_types_autocast = false)";
        return new ParquetSource(session, data, Table.describe(session, relation));
    }

    @Override
    public List<String> names() {
        return table.fields().stream().map(Field::name).toList();
    }

    @Override
    public Table table(Collection<String> names) throws SQLException {
        if (data.files().size() > 1) {
            refuseDifferences(names);
        }
        return table;
    }

    /** DuckDB casts every file to the first one's types: 0.5 would become 1 where the first file has integers. */
    private void refuseDifferences(Collection<String> names) throws SQLException {
        List<List<String>> differences = session.rows(differences(names));
        if (!differences.isEmpty()) {
            throw difference(differences.get(0));
        }
    }

    private DataException difference(List<String> found) {
        return new DataException(
                "FILES_DIFFER",
                "Column \"" + found.get(0) + "\" differs between the Parquet files of " + data.name()
                        + ": " + found.get(1) + " in " + inFolder(found.get(2)) + ", " + found.get(3) + " in "
                        + inFolder(found.get(4)) + ". Write all of them with the same columns and types.");
    }

    private String inFolder(String file) {
        return file.replace(
                data.path().toAbsolutePath() + data.path().getFileSystem().getSeparator(), "");
    }

    private String differences(Collection<String> names) {
        return """
                WITH leaves AS (SELECT * FROM parquet_schema(%s)),
                     types AS (SELECT file_name, name, string_agg(coalesce(duckdb_type, 'nested'), ', ' ORDER BY column_id) AS type
                               FROM leaves WHERE list_contains(%s, name) GROUP BY ALL),
                     files AS (SELECT DISTINCT file_name FROM leaves),
                     names AS (SELECT DISTINCT name FROM types),
                     grid AS (SELECT file_name, name, coalesce(type, 'missing') AS type
                              FROM files CROSS JOIN names LEFT JOIN types USING (file_name, name))
                SELECT name, min(type), min_by(file_name, type), max(type), max_by(file_name, type)
                FROM grid GROUP BY name HAVING count(DISTINCT type) > 1 ORDER BY name LIMIT 1
                """.formatted(data.patterns(), Sql.list(names));
    }
}
