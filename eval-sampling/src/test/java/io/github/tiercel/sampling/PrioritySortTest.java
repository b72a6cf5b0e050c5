package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrioritySortTest {

    private static final long SEED = 7;
    private static final long SALT = SplitMix.salt(SEED);

    @Test
    void prioritiesThatAgreeInTheirHighBitsAreComparedWhole() {
        assertArrayEquals(new int[] {1, 2, 0}, sort(keyOf(0xABC0L | 3), keyOf(0xABC0L | 1), keyOf(0xABC0L | 2)));
    }

    @Test
    void prioritiesAreUnsigned() {
        assertArrayEquals(new int[] {1, 0}, sort(keyOf(Long.MIN_VALUE), keyOf(Long.MAX_VALUE)));
        assertArrayEquals(new int[] {1, 0}, sort(keyOf(-1), keyOf(0)));
    }

    @Test
    void equalKeysKeepTheirPositions() {
        assertArrayEquals(IntStream.range(0, 1000).toArray(), sort(new long[1000]));
    }

    @Test
    void manyRowsAreSortedAsByTheDefinition() {
        long[] keys = RowKey.positions(10_000);
        // Every fourth key occurs a second time, 5000 rows later.
        Arrays.setAll(keys, row -> row >= 5000 && row % 4 == 0 ? row - 5000 : row);
        int[] expected = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> SplitMix.priority(keys[row], SALT), Long::compareUnsigned)
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, sort(keys));
    }

    private static int[] sort(long... keys) {
        return PrioritySort.rows(keys, Strata.single(keys.length), SEED);
    }

    /** The key that has a given priority: the hash is a bijection, step by step undone. */
    private static long keyOf(long priority) {
        return (unmix(unmix(priority) - SALT) - SplitMix.GAMMA) ^ SALT;
    }

    private static long unmix(long hash) {
        long z = unshift(hash, 31) * inverse(0x94D049BB133111EBL);
        z = unshift(z, 27) * inverse(0xBF58476D1CE4E5B9L);
        return unshift(z, 30);
    }

    private static long unshift(long hash, int bits) {
        long z = hash;
        for (int known = bits; known < Long.SIZE; known += bits) {
            z = hash ^ (z >>> bits);
        }
        return z;
    }

    /** Newton's iteration doubles the correct low bits of the inverse of an odd number, from three. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int step = 0; step < 5; step++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
