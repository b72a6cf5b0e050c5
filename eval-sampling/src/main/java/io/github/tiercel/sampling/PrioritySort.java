package io.github.tiercel.sampling;

import java.util.Arrays;

/**
 * Sorts the rows of every stratum by (unsigned priority, source position).
 *
 * <p>The high bits of the priority and the source position are packed into one long, so that rows are sorted as
 * primitives, eight bytes each. Rows whose high bits agree come out by position and are put right afterwards by their
 * whole priority: with a hash of 64 bits and n rows these are about n^2 / 2^(65 - b) pairs, b = log2(n), 45 pairs among
 * ten million rows.
 */
final class PrioritySort {

    private final long[] keys;
    private final long salt;
    private final long rowMask;
    private final long[] packed;

    private PrioritySort(long[] keys, long orderSeed) {
        this.keys = keys;
        this.salt = SplitMix.salt(orderSeed);
        this.rowMask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(keys.length))) - 1;
        this.packed = new long[keys.length];
    }

    /** Returns the source rows: those of stratum 0 first, ascending by priority, then those of stratum 1, and so on. */
    static int[] rows(long[] keys, Strata strata, long orderSeed) {
        return new PrioritySort(keys, orderSeed).sorted(strata);
    }

    private int[] sorted(Strata strata) {
        int[] end = strata.starts();
        for (int row = 0; row < keys.length; row++) {
            packed[end[strata.stratum(row)]++] = pack(row);
        }
        int from = 0;
        for (int to : end) {
            Arrays.sort(packed, from, to);
            resolve(from, to);
            from = to;
        }
        int[] rows = new int[packed.length];
        Arrays.setAll(rows, i -> row(packed[i]));
        return rows;
    }

    private long pack(int row) {
        // Arrays.sort compares signed numbers: flipping the top bit makes their order the unsigned one.
        return ((priority(row) & ~rowMask) | row) ^ Long.MIN_VALUE;
    }

    private int row(long pack) {
        return (int) (pack & rowMask);
    }

    private long priority(int row) {
        return SplitMix.priority(keys[row], salt);
    }

    /** Sorts each run of equal high bits; insertion keeps the position order of equal keys and is linear on them. */
    private void resolve(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && swapped(j - 1, j); j--) {
                long pack = packed[j];
                packed[j] = packed[j - 1];
                packed[j - 1] = pack;
            }
        }
    }

    private boolean swapped(int left, int right) {
        return (packed[left] & ~rowMask) == (packed[right] & ~rowMask)
                && Long.compareUnsigned(priority(row(packed[left])), priority(row(packed[right]))) > 0;
    }
}
