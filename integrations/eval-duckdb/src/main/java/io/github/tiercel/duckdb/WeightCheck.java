package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import java.util.DoubleSummaryStatistics;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Whether weights are such as an evaluation set takes. */
final class WeightCheck {

    private final int column;
    private final ColumnKind kind;
    private final DoubleSummaryStatistics weights = new DoubleSummaryStatistics();
    private boolean bad;

    WeightCheck(Query query, int column) {
        this.column = column;
        this.kind = query.kind(column);
    }

    void add(DuckDBDataChunkReader chunk, int row) {
        DuckDBReadableVector vector = chunk.vector(column);
        if (kind == ColumnKind.TEXT || vector.isNull(row)) {
            bad = true;
            return;
        }
        double weight = kind == ColumnKind.INTEGER ? vector.getLong(row) : vector.getDouble(row);
        bad |= !(weight >= 0 && weight <= Double.MAX_VALUE);
        weights.accept(weight);
    }

    /** What bounds there are for the sum are those of a single weight. */
    boolean isBad() {
        try {
            EvaluationSet.regression(new double[1]).weights(new double[] {weights.getSum()});
            return bad;
        } catch (DataException e) {
            return true;
        }
    }
}
