package io.github.tiercel.data;

import java.util.Arrays;

/**
 * The rows of a set in ascending order of their keys, which is the same however the caller happens to hold them; and
 * the row of a key.
 *
 * <p>Immutable, and safe for use by several threads. Making it takes O(n log n), finding a row O(log n); 12 bytes a
 * row.
 *
 * <pre>{@code
 * RowsByKey rows = RowsByKey.of(new long[] {7, 3, 9});
 * rows.rows();   // [1, 0, 2]
 * rows.row(9);   // 2
 * rows.row(4);   // -1
 * }</pre>
 *
 * @since 0.1
 */
public final class RowsByKey {

    private final long[] sorted;
    private final int[] rows;

    private RowsByKey(long[] sorted, int[] rows) {
        this.sorted = sorted;
        this.rows = rows;
    }

    /**
     * {@return the rows that have keys}
     *
     * @param keys one for each row, all distinct, as those of {@link EvaluationSet#keys()} are, which is not checked
     */
    public static RowsByKey of(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] rows = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            rows[Arrays.binarySearch(sorted, keys[row])] = row;
        }
        return new RowsByKey(sorted, rows);
    }

    /** {@return the rows in ascending order of their keys; a new array} */
    public int[] rows() {
        return rows.clone();
    }

    /** {@return for each row its place among the keys in ascending order, from 0; a new array} */
    public int[] ranks() {
        int[] ranks = new int[rows.length];
        for (int rank = 0; rank < rows.length; rank++) {
            ranks[rows[rank]] = rank;
        }
        return ranks;
    }

    /**
     * {@return the row of a key; -1 where none has it}
     *
     * @param key any key
     */
    public int row(long key) {
        int place = Arrays.binarySearch(sorted, key);
        return place < 0 ? -1 : rows[place];
    }
}
