package io.github.tiercel.sampling;

import java.util.Arrays;

/**
 * Sorts the rows of every stratum by (unsigned priority, source position).
 *
 * <p>The high bits of the priority and the source position are packed into one long, so that rows are sorted as
 * primitives, eight bytes each. Rows whose high bits agree come out by position and are put right afterwards by their
 * whole priority: with a hash of 64 bits and n rows these are about n^2 / 2^(65 - b) pairs, b = log2(n), 45 pairs among
 * ten million rows.
 *
 * <p>Many rows are sorted in ranges of the priority, one after another, so that the longs of one range are all that is
 * held beside the result: half a byte a row from eight million rows on, unless many keys are equal.
 */
final class PrioritySort {

    /** So few rows are sorted at once. */
    private static final int RANGE_ROWS = 1 << 19;

    private static final int MOST_RANGES = 16;

    private final long[] keys;
    private final byte[] stratumOfRow;
    private final int strata;
    private final long salt;
    private final long rowMask;
    private final int rangeBits;
    private final int[] next;
    private final int[] rows;

    private PrioritySort(long[] keys, byte[] stratumOfRow, int strata, long orderSeed) {
        this.keys = keys;
        this.stratumOfRow = stratumOfRow;
        this.strata = strata;
        this.salt = SplitMix.salt(orderSeed);
        this.rowMask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(keys.length))) - 1;
        this.rangeBits = rangeBits(keys.length);
        this.next = starts(sizes(stratumOfRow, strata));
        this.rows = new int[keys.length];
    }

    private static int rangeBits(int rows) {
        int ranges = Math.min(MOST_RANGES, Math.max(1, rows / RANGE_ROWS));
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(ranges);
    }

    /** Returns the source rows: those of stratum 0 first, ascending by priority, then those of stratum 1, and so on. */
    static int[] rows(long[] keys, byte[] stratumOfRow, int strata, long orderSeed) {
        return new PrioritySort(keys, stratumOfRow, strata, orderSeed).sorted();
    }

    /** Returns the place of each stratum's first row where strata stand one after another. */
    static int[] starts(int[] sizes) {
        int[] starts = new int[sizes.length];
        for (int h = 1; h < starts.length; h++) {
            starts[h] = starts[h - 1] + sizes[h - 1];
        }
        return starts;
    }

    private static int[] sizes(byte[] stratumOfRow, int strata) {
        int[] sizes = new int[strata];
        for (byte stratum : stratumOfRow) {
            sizes[Byte.toUnsignedInt(stratum)]++;
        }
        return sizes;
    }

    private int[] sorted() {
        int[][] sizes = sizes();
        int most = Arrays.stream(sizes)
                .mapToInt(ofStrata -> Arrays.stream(ofStrata).sum())
                .max()
                .orElseThrow();
        long[] packed = new long[most];
        for (int range = 0; range < sizes.length; range++) {
            int[] end = pack(range, sizes[range], packed);
            sort(packed, end);
        }
        return rows;
    }

    /** How many rows each range has in each stratum. */
    private int[][] sizes() {
        int[][] sizes = new int[1 << rangeBits][strata];
        for (int row = 0; row < keys.length; row++) {
            sizes[range(priority(row), rangeBits)][stratum(row)]++;
        }
        return sizes;
    }

    /** Gathers a range stratum by stratum; returns where each ends. */
    private int[] pack(int range, int[] sizes, long[] packed) {
        int[] end = starts(sizes);
        for (int row = 0; row < keys.length; row++) {
            long priority = priority(row);
            if (range(priority, rangeBits) == range) {
                packed[end[stratum(row)]++] = pack(priority, row);
            }
        }
        return end;
    }

    private void sort(long[] packed, int[] end) {
        int from = 0;
        for (int stratum = 0; stratum < end.length; stratum++) {
            Arrays.sort(packed, from, end[stratum]);
            resolve(packed, from, end[stratum]);
            for (; from < end[stratum]; from++) {
                rows[next[stratum]++] = row(packed[from]);
            }
        }
    }

    private int stratum(int row) {
        return Byte.toUnsignedInt(stratumOfRow[row]);
    }

    /** Returns the high bits of a priority, of which there may be none. */
    static int range(long priority, int rangeBits) {
        // In two steps, since a shift by all 64 bits would be none.
        return (int) (priority >>> 1 >>> (Long.SIZE - 1 - rangeBits));
    }

    private long pack(long priority, int row) {
        // Arrays.sort compares signed numbers: flipping the top bit makes their order the unsigned one.
        return ((priority & ~rowMask) | row) ^ Long.MIN_VALUE;
    }

    private int row(long pack) {
        return (int) (pack & rowMask);
    }

    private long priority(int row) {
        return SplitMix.priority(keys[row], salt);
    }

    /** Sorts each run of equal high bits; insertion keeps the position order of equal keys and is linear on them. */
    private void resolve(long[] packed, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && swapped(packed[j - 1], packed[j]); j--) {
                long pack = packed[j];
                packed[j] = packed[j - 1];
                packed[j - 1] = pack;
            }
        }
    }

    private boolean swapped(long left, long right) {
        return (left & ~rowMask) == (right & ~rowMask)
                && Long.compareUnsigned(priority(row(left)), priority(row(right))) > 0;
    }
}
