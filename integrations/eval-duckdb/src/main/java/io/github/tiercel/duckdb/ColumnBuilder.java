package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import org.duckdb.DuckDBReadableVector;

/** A column in the making: its array is allocated once, for the rows counted before. */
interface ColumnBuilder {

    /**
     * Puts a vector's values behind those before it.
     *
     * @param from the row of the first value
     * @param count how many values
     */
    void put(DuckDBReadableVector vector, int from, int count);

    /** {@return the column; called once, after the last row} */
    Column build();
}
