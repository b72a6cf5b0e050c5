package io.github.tiercel.duckdb;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** One format's way of becoming an SQL relation. */
sealed interface Source permits CsvSource, JsonSource, ParquetSource {

    static Source of(Session session, DataFiles data) throws SQLException {
        return switch (data.format()) {
            case CSV -> new CsvSource(session, data);
            case JSON -> JsonSource.describe(session, data);
            case PARQUET -> ParquetSource.describe(session, data);
        };
    }

    /** {@return the names of all columns} */
    List<String> names();

    /**
     * {@return the relation, with at least these columns}
     *
     * @param names existing names, each once
     */
    Table table(Collection<String> names) throws SQLException;
}
