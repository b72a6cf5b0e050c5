package io.github.tiercel.duckdb;

import java.io.IOException;

/** Tells what the first pass found out of each row, once, in the order of the source. */
interface PlannedRows {

    /**
     * {@return what is known of the next rows of the source, those left out included}
     *
     * @param count how many; no more than are left
     */
    PlannedChunk next(int count) throws IOException;
}
