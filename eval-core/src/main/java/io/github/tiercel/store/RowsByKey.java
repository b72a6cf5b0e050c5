package io.github.tiercel.store;

import io.github.tiercel.sampling.Strata;
import java.util.Arrays;

/** The rows of a set in ascending order of their keys, which is the same however the caller happens to hold them. */
final class RowsByKey {

    private final int[] rows;
    private final int[] ranks;

    private RowsByKey(int[] rows, int[] ranks) {
        this.rows = rows;
        this.ranks = ranks;
    }

    /** Keys are distinct. */
    static RowsByKey of(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] rows = new int[keys.length];
        int[] ranks = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            int rank = Arrays.binarySearch(sorted, keys[row]);
            ranks[row] = rank;
            rows[rank] = row;
        }
        return new RowsByKey(rows, ranks);
    }

    int[] rows() {
        return rows;
    }

    Strata byKey(Strata byRow) {
        return byRow.ofRows(rows);
    }

    Strata byRow(Strata byKey) {
        return byKey.ofRows(ranks);
    }
}
