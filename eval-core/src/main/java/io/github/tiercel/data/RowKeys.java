package io.github.tiercel.data;

import io.github.tiercel.sampling.RowKey;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Turns ids of any type into 64-bit row keys, by which rows of two tables are found to be the same.
 *
 * @since 0.1
 */
public final class RowKeys {

    private RowKeys() {}

    /**
     * {@return one key a row: integers as they are, anything else by the hash of its canonical text}
     *
     * @param table where the ids stand
     * @param name the column with distinct ids
     * @throws IllegalArgumentException if there is no such column
     * @throws DataException if an id is missing or repeats
     */
    public static long[] distinct(Columns table, String name) {
        Column ids = table.column(name);
        long[] keys = of(ids, table.source());
        distinct(keys, ids);
        return keys;
    }

    /** Integers as they are, anything else by the hash of its canonical text; missing ids are an error. */
    static long[] of(Column column, String source) {
        Offenders missing = Offenders.of(column.rows(), column::isMissing);
        if (missing.exist()) {
            throw new DataException(
                    "MISSING_VALUE",
                    Offenders.number(missing.count()) + " of " + Offenders.number(column.rows())
                            + (missing.count() == 1 ? " rows has" : " rows have") + " no value in column \""
                            + column.name()
                            + "\" of " + source + " (" + missing.where()
                            + "). Every row needs one: fill them in, or name another column.");
        }
        long[] keys = new long[column.rows()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = column instanceof IntegerColumn integers
                    ? RowKey.of(integers.value(row))
                    : RowKey.of(column.text(row));
        }
        return keys;
    }

    static void distinct(long[] keys, Column ids) {
        requireDistinct(keys, ids.name(), ids::text);
    }

    /**
     * Refuses keys that repeat.
     *
     * @param keys one a row
     * @param name the column of the ids that they were made of
     * @param idOfRow gives the id of a row as text; asked for one row, and only if a key repeats
     * @throws DataException if a key repeats; the smallest is named by its id
     */
    public static void requireDistinct(long[] keys, String name, IntFunction<String> idOfRow) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int repeated = 0;
        long first = 0;
        for (int i = 1; i < sorted.length; i++) {
            boolean startsRun = sorted[i] == sorted[i - 1] && (i == 1 || sorted[i - 2] != sorted[i]);
            first = startsRun && repeated == 0 ? sorted[i] : first;
            repeated += startsRun ? 1 : 0;
        }
        if (repeated > 0) {
            throw duplicates(keys, name, idOfRow, first, repeated);
        }
    }

    private static DataException duplicates(
            long[] keys, String name, IntFunction<String> idOfRow, long key, int repeated) {
        Offenders rows = Offenders.of(keys.length, row -> keys[row] == key);
        return new DataException(
                "DUPLICATE_IDS",
                "Id \"" + Shown.of(idOfRow.apply(rows.first())) + "\" in column \"" + name + "\" occurs "
                        + Offenders.number(rows.count()) + " times (" + rows.where() + "); "
                        + Offenders.number(repeated) + (repeated == 1 ? " id is" : " ids are")
                        + " repeated. Ids must be distinct, because sampling and comparison go by id: name a finer column,"
                        + " or leave the id out to go by position.");
    }
}
