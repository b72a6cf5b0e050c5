package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.util.Locale;

/**
 * How many rows are held while they are ordered.
 *
 * @param memoryRows with more, the order is made on disk
 * @param rangeRows how many of them are sorted at once then, about
 */
record OrderLimits(int memoryRows, int rangeRows) {

    static final OrderLimits DEFAULT = new OrderLimits(50_000_000, 1 << 20);

    /** Leaves room to count on from the last row of a set to the end of the last range that there could be. */
    private static final int MOST_ROWS = Integer.MAX_VALUE - (1 << 20);

    boolean areExceededBy(int rows) {
        return rows > memoryRows;
    }

    static void refuseMore(String source, int rows) {
        if (rows > MOST_ROWS) {
            throw new DataException(
                    "TOO_MANY_ROWS",
                    String.format(
                            Locale.ROOT,
                            "%s has %,d rows to pack, but a packed set holds at most %,d. Pack it in parts, with a filter.",
                            source,
                            rows,
                            MOST_ROWS));
        }
    }

    /** Refuses what is ordered in memory only. */
    DataException tooMany(String source, int rows, String what, String advice) {
        return new DataException(
                "TOO_MANY_ROWS",
                String.format(
                        Locale.ROOT,
                        "%s has %,d rows to pack, but %s are ordered in memory, where at most %,d rows fit. %s",
                        source,
                        rows,
                        what,
                        memoryRows,
                        advice));
    }
}
