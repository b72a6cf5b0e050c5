package io.github.tiercel.metrics.sort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RadixSortProperties {

    /** Numbers that differ in some bits only: few or many, high or low. */
    private static long[] numbers(long seed, int length, int bits, int shift) {
        Random random = new Random(seed);
        long common = random.nextLong();
        long mask = (bits == 64 ? -1L : (1L << bits) - 1) << shift;
        return LongStream.generate(random::nextLong)
                .limit(length)
                .map(any -> (common & ~mask) | (any & mask))
                .toArray();
    }

    @Property(seed = "42", tries = 400)
    void sortsAsUnsignedNumbers(
            @ForAll long seed,
            @ForAll @IntRange(max = 3000) int length,
            @ForAll @IntRange(min = 1, max = 64) int bits,
            @ForAll @IntRange(max = 63) int shift) {
        long[] keys = numbers(seed, length, bits, shift);
        long[] expected = unsigned(keys, 0);
        assertArrayEquals(expected, RadixSort.sort(keys, new long[length], 0, length, 0));
    }

    @Property(seed = "42", tries = 200)
    void sortsThePartAskedForAndNothingElse(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 500) int length, @ForAll @IntRange(max = 40) int bits) {
        long[] keys = numbers(seed, length, Math.max(1, bits), 0);
        int from = length / 3;
        int to = length - length / 4;
        long[] expected = unsigned(Arrays.copyOfRange(keys, from, to), 0);
        long[] before = keys.clone();
        long[] sorted = RadixSort.sort(keys, new long[length], from, to, 0);
        assertArrayEquals(expected, Arrays.copyOfRange(sorted, from, to));
        assertArrayEquals(Arrays.copyOf(before, from), Arrays.copyOf(keys, from));
        assertArrayEquals(Arrays.copyOfRange(before, to, length), Arrays.copyOfRange(keys, to, length));
    }

    @Property(seed = "42", tries = 200)
    void numbersThatShareTheirLeadingBitsAreSortedToo(@ForAll long seed, @ForAll @IntRange(max = 5000) int length) {
        // The leading bits take two values only, so that insertion would move half of all numbers past each other.
        Random random = new Random(seed);
        long[] keys = LongStream.generate(random::nextLong)
                .limit(length)
                .map(any -> any & 0x80000000_0000FFFFL)
                .toArray();
        assertArrayEquals(unsigned(keys, 0), RadixSort.sort(keys, new long[length], 0, length, 0));
    }

    @Property(seed = "42", tries = 200)
    void lowestBitsDoNotCount(@ForAll long seed, @ForAll @IntRange(max = 2000) int length) {
        long[] keys = numbers(seed, length, 12, 0);
        long[] counted = LongStream.of(unsigned(keys, 1)).map(key -> key >>> 1).toArray();
        long[] sorted = RadixSort.sort(keys.clone(), new long[length], 0, length, 1);
        assertArrayEquals(counted, LongStream.of(sorted).map(key -> key >>> 1).toArray());
        assertEquals(LongStream.of(keys).sum(), LongStream.of(sorted).sum());
        assertTrue(Arrays.equals(
                LongStream.of(keys).sorted().toArray(),
                LongStream.of(sorted).sorted().toArray()));
    }

    private static long[] unsigned(long[] keys, int lowestBit) {
        return LongStream.of(keys)
                .boxed()
                .sorted(Comparator.comparing(key -> key >>> lowestBit, Long::compareUnsigned))
                .mapToLong(Long::longValue)
                .toArray();
    }
}
