package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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

    @Test
    void rowsOfManyRangesAreSortedAsByTheDefinition() {
        long[] keys = RowKey.positions(2_200_000);
        int[] classes = new int[keys.length];
        Arrays.setAll(classes, row -> row % 7 == 0 ? 1 : 0);
        Strata strata = Strata.ofClasses(classes, List.of("a", "b"));
        int[] rows = PrioritySort.rows(keys, strata.ofRows(), strata.count(), SEED);
        int ones = strata.size(1);
        BitSet seen = new BitSet();
        Arrays.stream(rows).forEach(seen::set);
        assertEquals(keys.length, seen.cardinality());
        for (int i = 1; i < rows.length; i++) {
            boolean starts = i == rows.length - ones;
            boolean follows = strata.stratum(rows[i]) == strata.stratum(rows[i - 1])
                    && Long.compareUnsigned(priority(rows[i - 1]), priority(rows[i])) < 0;
            if (!starts && !follows) {
                fail("row " + rows[i] + " follows row " + rows[i - 1]);
            }
        }
    }

    @Test
    void manyEqualKeysKeepTheirPositions() {
        assertArrayEquals(IntStream.range(0, 1_100_000).toArray(), sort(new long[1_100_000]));
    }

    private static long priority(int row) {
        return SplitMix.priority(RowKey.of(row), SALT);
    }

    private static int[] sort(long... keys) {
        return PrioritySort.rows(keys, new byte[keys.length], 1, SEED);
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
