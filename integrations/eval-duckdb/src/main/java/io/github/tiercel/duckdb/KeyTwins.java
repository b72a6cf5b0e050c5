package io.github.tiercel.duckdb;

import java.util.Arrays;

/** Whether keys are distinct, found out a part after another, so that they are never all there twice. */
final class KeyTwins {

    private static final int PART_BITS = 4;

    /** 2^64 divided by the golden ratio: spreads numbers that follow one another. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private KeyTwins() {}

    /** {@return whether a key occurs more than once} */
    static boolean existAmong(long[] keys) {
        int[] sizes = sizes(keys);
        long[] part = new long[Arrays.stream(sizes).max().orElseThrow()];
        for (int number = 0; number < sizes.length; number++) {
            gather(keys, number, part);
            Arrays.sort(part, 0, sizes[number]);
            if (hasEqualNeighbours(part, sizes[number])) {
                return true;
            }
        }
        return false;
    }

    private static int[] sizes(long[] keys) {
        int[] sizes = new int[1 << PART_BITS];
        for (long key : keys) {
            sizes[part(key)]++;
        }
        return sizes;
    }

    private static int part(long key) {
        return (int) ((key * SPREAD) >>> (Long.SIZE - PART_BITS));
    }

    private static void gather(long[] keys, int number, long[] part) {
        int size = 0;
        for (long key : keys) {
            if (part(key) == number) {
                part[size++] = key;
            }
        }
    }

    private static boolean hasEqualNeighbours(long[] sorted, int size) {
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return true;
            }
        }
        return false;
    }
}
