package io.github.tiercel.sampling;

import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * The {@link StratifiedOrder} of more rows than memory has room for, in pieces that the caller keeps elsewhere.
 *
 * <p>Three steps make it. Rows are parted by the {@linkplain #range range} of the hash of their keys;
 * {@linkplain #sorted each range} is sorted by itself, and the ranges of a stratum, one after another, are its rows in
 * their order; then {@linkplain #turns strata take turns}, and each gives its next row. Range, sort and turns are those
 * of the order in memory, so that the result is too, bit for bit.
 *
 * <p>Immutable, safe for use by several threads.
 *
 * <pre>{@code
 * RangedOrder order = RangedOrder.of(strata, 42, 64);
 * int file = order.range(key);
 * }</pre>
 *
 * @since 0.1
 */
public final class RangedOrder {

    private static final int MOST_RANGES = 1 << 16;

    private final Stratification strata;
    private final long orderSeed;
    private final long salt;
    private final int rangeBits;

    private RangedOrder(Stratification strata, long orderSeed, int rangeBits) {
        this.strata = strata;
        this.orderSeed = orderSeed;
        this.salt = SplitMix.salt(orderSeed);
        this.rangeBits = rangeBits;
    }

    /**
     * {@return an order in ranges}
     *
     * @param strata the strata of the rows
     * @param seed the seed that {@link StratifiedOrder#of} would be given
     * @param ranges a power of two, at most 65,536
     * @throws IllegalArgumentException if {@code ranges} is none
     */
    public static RangedOrder of(Stratification strata, long seed, int ranges) {
        Arguments.inRange("ranges", ranges, 1, MOST_RANGES);
        if (Integer.bitCount(ranges) != 1) {
            throw new IllegalArgumentException("ranges must be a power of two, got " + ranges);
        }
        return new RangedOrder(strata, SplitMix.orderSeed(seed), Integer.numberOfTrailingZeros(ranges));
    }

    /**
     * {@return the range of a row: rows of a lower range come before those of the same stratum in a higher one.
     * Distinct keys spread evenly}
     *
     * @param key the row's key, see {@link RowKey}
     */
    public int range(long key) {
        return PrioritySort.range(SplitMix.priority(key, salt), rangeBits);
    }

    /**
     * Sorts the rows of one range. O(n log n) time, and 12 bytes a row beside the arguments.
     *
     * @param keys the keys of all rows of the range, ascending by row where keys are equal; not kept
     * @param stratumOfKey the stratum of each, as an unsigned byte; not kept
     * @return places in {@code keys}: those of stratum 0 first, in their order, then those of stratum 1, and so on
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public int[] sorted(long[] keys, byte[] stratumOfKey) {
        Arguments.sameRows("keys", keys.length, "stratumOfKey", stratumOfKey.length);
        return PrioritySort.rows(keys, stratumOfKey, strata.count(), orderSeed);
    }

    /** {@return the stratum of the row at each position, from the first to the last. O(log strata) each} */
    public PrimitiveIterator.OfInt turns() {
        SlotQueue queue = new SlotQueue(strata.interleaving());
        int rows = IntStream.of(strata.sizes()).sum();
        return IntStream.range(0, rows).map(position -> queue.next()).iterator();
    }
}
