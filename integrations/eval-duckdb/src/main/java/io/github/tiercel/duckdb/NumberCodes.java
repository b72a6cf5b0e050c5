package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.sampling.LabelRanges;
import io.github.tiercel.sampling.Stratification;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Numbers to predict: the code is the number itself, and its stratum the range that it falls into. */
final class NumberCodes implements RowCodes {

    private final int column;
    private final ColumnKind kind;
    private final PackingOptions options;
    private final Refusals refusals;
    private boolean finite = true;
    private LabelRanges ranges = LabelRanges.of(0, labels -> {});
    private Stratification strata = ranges.stratification();

    NumberCodes(Query query, PackingOptions options, Refusals refusals) {
        this.column = query.column(options.roles().label());
        this.kind = query.kind(column);
        this.options = options;
        this.refusals = refusals;
    }

    @Override
    public long code(DuckDBDataChunkReader chunk, int row) {
        DuckDBReadableVector vector = chunk.vector(column);
        if (vector.isNull(row)) {
            return NONE;
        }
        double label = kind == ColumnKind.INTEGER ? vector.getLong(row) : vector.getDouble(row);
        finite &= !Double.isInfinite(label);
        return Double.isNaN(label) ? NONE : Double.doubleToRawLongBits(label);
    }

    @Override
    public void divide(SpilledCodes codes, int rows) {
        if (!finite) {
            throw refusals.ofLabels();
        }
        ranges = LabelRanges.of(rows, labels -> codes.forEach(code -> labels.accept(label(code))));
        strata = ranges.stratification();
    }

    @Override
    public Stratification strata() {
        return strata;
    }

    @Override
    public ColumnRoles roles() {
        return options.described(EvaluationSet.regression(new double[1]).build());
    }

    @Override
    public double label(long code) {
        return Double.longBitsToDouble(code);
    }

    @Override
    public int stratum(long code) {
        return strata.stratum(ranges.range(label(code)));
    }
}
