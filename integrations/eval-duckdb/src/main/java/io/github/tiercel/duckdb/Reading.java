package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBDataChunkReader;

/** One read: rows are counted first, so that every array is allocated once and at its final length. */
final class Reading {

    private final Query query;
    private final List<ColumnBuilder> builders = new ArrayList<>();
    private int rows;

    /** A read of a query's columns as they are. */
    Reading(Query query) {
        this(query, (field, kind, rows) -> kind.builder(field.name(), rows));
    }

    Reading(Query query, Choice choice) {
        this.query = query;
        for (int column = 0; column < query.fields().size(); column++) {
            builders.add(choice.builder(query.fields().get(column), query.kind(column), query.rows()));
        }
    }

    /** Says what becomes of a column. */
    interface Choice {
        ColumnBuilder builder(Field field, ColumnKind kind, int rows);
    }

    Columns run(Session session, LongConsumer progress) throws SQLException {
        session.scan(query.sql(), chunk -> {
            put(chunk);
            progress.accept(rows);
        });
        query.refuseChange(rows != query.rows());
        List<Column> columns = builders.stream().map(ColumnBuilder::build).toList();
        return Columns.of(query.source(), rows, columns);
    }

    private void put(DuckDBDataChunkReader chunk) {
        int count = (int) chunk.rowCount();
        query.refuseChange(count > query.rows() - rows);
        for (int i = 0; i < builders.size(); i++) {
            builders.get(i).put(chunk.vector(i), rows, count);
        }
        rows += count;
    }
}
