package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.sampling.Stratification;
import org.duckdb.DuckDBDataChunkReader;

/**
 * Eight bytes for what the order needs to know of a row: given when the row is read, they say its label and its stratum
 * once all rows were read.
 */
interface RowCodes {

    /** The code of a row without a label: no number to predict, and no number of a kind. */
    long NONE = Double.doubleToLongBits(Double.NaN);

    /** {@return the code of a row, {@link #NONE} if it has no label} */
    long code(DuckDBDataChunkReader chunk, int row);

    /**
     * Divides the rows into strata.
     *
     * @param codes the codes of all rows, in their order
     * @param rows how many rows have labels
     */
    void divide(SpilledCodes codes, int rows);

    /** {@return the strata, once rows were divided} */
    Stratification strata();

    /** {@return the roles with what was found out} */
    ColumnRoles roles();

    /** {@return the label as an evaluation set has it} */
    double label(long code);

    int stratum(long code);
}
