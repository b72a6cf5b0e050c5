package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Numbers of given ranks among many that are gone through again and again instead of being sorted: each pass finds
 * another digit of their bits, by counting the numbers that agree in the digits before.
 *
 * <p>Numbers are ordered as {@link Arrays#sort(double[])} orders them: -0.0 before 0.0. None may be NaN.
 */
final class OrderStatistics {

    private static final int DIGIT_BITS = 11;

    private final long[] prefixes;
    private final int[] left;

    private OrderStatistics(int[] ranks) {
        this.prefixes = new long[ranks.length];
        this.left = ranks.clone();
    }

    /** Returns the number of each rank, counted from 0; ranks come ascending. O(n) time, and 8 KiB a rank. */
    static double[] of(Consumer<DoubleConsumer> numbers, int[] ranks) {
        OrderStatistics search = new OrderStatistics(ranks);
        for (int unknown = ranks.length == 0 ? 0 : Long.SIZE; unknown > 0; unknown -= DIGIT_BITS) {
            search.findDigit(numbers, unknown);
        }
        return Arrays.stream(search.prefixes)
                .mapToDouble(OrderStatistics::number)
                .toArray();
    }

    private void findDigit(Consumer<DoubleConsumer> numbers, int unknownBits) {
        int bits = Math.min(DIGIT_BITS, unknownBits);
        int below = unknownBits - bits;
        long[] known = Arrays.stream(prefixes).distinct().toArray();
        int[][] counts = new int[known.length][1 << bits];
        numbers.accept(number -> {
            long digits = ordered(number) >>> below;
            int prefix = Arrays.binarySearch(known, digits >>> bits);
            if (prefix >= 0) {
                counts[prefix][(int) (digits & ((1L << bits) - 1))]++;
            }
        });
        for (int i = 0; i < prefixes.length; i++) {
            int[] digitCounts = counts[Arrays.binarySearch(known, prefixes[i])];
            prefixes[i] = (prefixes[i] << bits) | digit(digitCounts, i);
        }
    }

    private int digit(int[] counts, int i) {
        int digit = 0;
        while (left[i] >= counts[digit]) {
            left[i] -= counts[digit++];
        }
        return digit;
    }

    /** Bits that are ordered, as unsigned numbers, like the numbers themselves. */
    private static long ordered(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered ^ ((~ordered >> (Long.SIZE - 1)) | Long.MIN_VALUE));
    }
}
