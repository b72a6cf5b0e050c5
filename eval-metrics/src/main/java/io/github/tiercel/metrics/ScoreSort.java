package io.github.tiercel.metrics;

/**
 * Row numbers sorted by descending score, equal scores by ascending row.
 *
 * <p>Least-significant-digit radix sort of the 64 score bits in six digits of 11 bits, carrying row numbers: exact for
 * every double, stable, O(n), no comparator objects. Digits that all rows share cost no pass. Scratch memory is 24
 * bytes a row, freed on return.
 *
 * <p>Source: D. E. Knuth, The Art of Computer Programming 3, section 5.2.5.
 */
final class ScoreSort {

    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int DIGITS = 6;

    private ScoreSort() {}

    static int[] descending(double[] scores, int[] rows) {
        long[] keys = new long[rows.length];
        int[][] counts = new int[DIGITS][BUCKETS];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = descendingKey(scores[rows[i]]);
            for (int d = 0; d < DIGITS; d++) {
                counts[d][digit(keys[i], d)]++;
            }
        }
        return sorted(keys, rows, counts);
    }

    private static int[] sorted(long[] keys, int[] rows, int[][] counts) {
        long[] otherKeys = new long[keys.length];
        int[] otherRows = new int[rows.length];
        for (int d = 0; d < DIGITS; d++) {
            if (isConstant(counts[d], keys, d)) {
                continue;
            }
            scatter(d, startsOf(counts[d]), keys, rows, otherKeys, otherRows);
            long[] swapKeys = keys;
            keys = otherKeys;
            otherKeys = swapKeys;
            int[] swapRows = rows;
            rows = otherRows;
            otherRows = swapRows;
        }
        return rows;
    }

    private static boolean isConstant(int[] count, long[] keys, int digit) {
        return keys.length == 0 || count[digit(keys[0], digit)] == keys.length;
    }

    private static void scatter(int digit, int[] next, long[] keys, int[] rows, long[] toKeys, int[] toRows) {
        for (int i = 0; i < keys.length; i++) {
            int at = next[digit(keys[i], digit)]++;
            toKeys[at] = keys[i];
            toRows[at] = rows[i];
        }
    }

    private static int[] startsOf(int[] counts) {
        int[] starts = new int[BUCKETS];
        for (int b = 1; b < BUCKETS; b++) {
            starts[b] = starts[b - 1] + counts[b - 1];
        }
        return starts;
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * DIGIT_BITS)) & (BUCKETS - 1);
    }

    /** A key whose unsigned order is the descending order of scores; adding 0.0 folds -0.0 into 0.0. */
    private static long descendingKey(double score) {
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return ~(bits ^ ((bits >> 63) | Long.MIN_VALUE));
    }
}
