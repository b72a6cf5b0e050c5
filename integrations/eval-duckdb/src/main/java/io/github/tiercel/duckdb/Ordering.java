package io.github.tiercel.duckdb;

import java.io.IOException;

/** The order of rows that were read, still to be made: DuckDB gives its memory back before. */
@FunctionalInterface
interface Ordering {

    PackedPlan plan() throws IOException;
}
