package io.github.tiercel.duckdb;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Whether labels are numbers to predict though nobody said so: more than two, some of which are not whole. */
final class MeasuredLabels {

    private static final int CLASSES = 2;

    private final int column;
    private final Set<Double> seen = new HashSet<>();
    private boolean fractional;

    MeasuredLabels(int column) {
        this.column = column;
    }

    /** Reads until it is certain: as a rule some thousand rows. */
    boolean in(Session session, Query query) throws SQLException {
        session.scanWhile(query.sql(), chunk -> {
            add(chunk);
            return !areCertain();
        });
        return areCertain();
    }

    private boolean areCertain() {
        return fractional && seen.size() > CLASSES;
    }

    private void add(DuckDBDataChunkReader chunk) {
        DuckDBReadableVector vector = chunk.vector(column);
        for (int row = 0; row < chunk.rowCount(); row++) {
            double value = vector.isNull(row) ? Double.NaN : vector.getDouble(row);
            if (Double.isFinite(value)) {
                fractional |= value != Math.rint(value);
                if (seen.size() <= CLASSES) {
                    seen.add(value);
                }
            }
        }
    }
}
