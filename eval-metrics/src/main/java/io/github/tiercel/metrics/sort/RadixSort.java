package io.github.tiercel.metrics.sort;

/**
 * Sorts numbers of 64 bits, taken as unsigned, by some of their bits; stable.
 *
 * <p>Least-significant-digit radix sort in digits of 11 bits, three at a time: one pass counts, up to three scatter,
 * and a digit that all numbers share costs no pass. Where more than 33 bits differ, the upper 33 of them are sorted and
 * what they leave is settled by insertion; that is exact, because insertion compares all bits, and cheap, because
 * numbers that share 33 leading bits are rare unless equal. Where they are not rare, all bits are sorted in two rounds
 * instead.
 *
 * <p>Up to three passes over the numbers, six in the worst case. Memory: a second array of the same length.
 *
 * <p>Source: D. E. Knuth, The Art of Computer Programming 3, section 5.2.5.
 */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int ROUND_BITS = 3 * DIGIT_BITS;

    /** Insertion may move this many numbers for each one that is sorted; more, and sorting anew is faster. */
    private static final int MOST_MOVES = 4;

    private RadixSort() {}

    /**
     * Sorts part of an array, ascending.
     *
     * @param keys what is sorted; afterwards in any order, unless it is returned
     * @param spare as long; what it holds is lost
     * @param from the first place to sort
     * @param to the place after the last
     * @param lowestBit bits below this one do not count, and do not part equal numbers
     * @return {@code keys} or {@code spare}, whichever holds the sorted part
     */
    static long[] sort(long[] keys, long[] spare, int from, int to, int lowestBit) {
        return sort(keys, spare, from, to, lowestBit, differing(keys, from, to));
    }

    /**
     * Sorts part of an array, ascending, knowing which bits differ.
     *
     * @param differingBits all bits in which two of the numbers differ, lower ones than count included
     */
    static long[] sort(long[] keys, long[] spare, int from, int to, int lowestBit, long differingBits) {
        long differing = differingBits >>> lowestBit << lowestBit;
        if (differing == 0) {
            return keys;
        }
        int low = Long.numberOfTrailingZeros(differing);
        int high = Long.SIZE - Long.numberOfLeadingZeros(differing);
        int start = Math.max(low, high - ROUND_BITS);
        long[] sorted = round(keys, spare, from, to, start);
        if (start == low || settle(sorted, from, to, low)) {
            return sorted;
        }
        long[] lower = round(sorted, other(sorted, keys, spare), from, to, low);
        return round(lower, other(lower, keys, spare), from, to, low + ROUND_BITS);
    }

    /** Sorts by 33 bits from a bit on. */
    static long[] round(long[] keys, long[] spare, int from, int to, int bit) {
        int[] first = new int[BUCKETS];
        int[] second = new int[BUCKETS];
        int[] third = new int[BUCKETS];
        count(keys, from, to, bit, first, second, third);
        long[] once = pass(keys, spare, from, to, bit, first);
        long[] twice = pass(once, other(once, keys, spare), from, to, bit + DIGIT_BITS, second);
        return pass(twice, other(twice, keys, spare), from, to, bit + 2 * DIGIT_BITS, third);
    }

    private static long differing(long[] keys, int from, int to) {
        long differing = 0;
        for (int i = from; i < to; i++) {
            differing |= keys[i] ^ keys[from];
        }
        return differing;
    }

    private static void count(long[] keys, int from, int to, int bit, int[] first, int[] second, int[] third) {
        for (int i = from; i < to; i++) {
            long digits = keys[i] >>> bit;
            first[(int) digits & (first.length - 1)]++;
            second[(int) (digits >>> DIGIT_BITS) & (second.length - 1)]++;
            third[(int) (digits >>> (2 * DIGIT_BITS)) & (third.length - 1)]++;
        }
    }

    private static long[] pass(long[] keys, long[] spare, int from, int to, int bit, int[] counts) {
        if (from == to || bit >= Long.SIZE || counts[(int) (keys[from] >>> bit) & (BUCKETS - 1)] == to - from) {
            return keys;
        }
        int next = from;
        for (int b = 0; b < BUCKETS; b++) {
            int count = counts[b];
            counts[b] = next;
            next += count;
        }
        scatter(keys, spare, from, to, bit, counts);
        return spare;
    }

    private static void scatter(long[] keys, long[] target, int from, int to, int bit, int[] next) {
        for (int i = from; i < to; i++) {
            long key = keys[i];
            // The mask by length tells the compiler that no bound needs a check.
            target[next[(int) (key >>> bit) & (next.length - 1)]++] = key;
        }
    }

    /** Insertion sort of what is nearly sorted; false if it gave up, leaving the same numbers in some order. */
    private static boolean settle(long[] keys, int from, int to, int lowestBit) {
        long budget = (long) MOST_MOVES * (to - from);
        for (int i = from + 1; i < to; i++) {
            if (isBelow(keys[i], keys[i - 1], lowestBit)) {
                budget -= insert(keys, from, i, lowestBit);
                if (budget < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int insert(long[] keys, int from, int at, int lowestBit) {
        long key = keys[at];
        int place = at;
        while (place > from && isBelow(key, keys[place - 1], lowestBit)) {
            keys[place] = keys[place - 1];
            place--;
        }
        keys[place] = key;
        return at - place;
    }

    private static boolean isBelow(long key, long other, int lowestBit) {
        return Long.compareUnsigned(key >>> lowestBit, other >>> lowestBit) < 0;
    }

    private static long[] other(long[] one, long[] keys, long[] spare) {
        return one == keys ? spare : keys;
    }
}
