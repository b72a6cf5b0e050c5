package io.github.tiercel.metrics.resample;

/**
 * Signs drawn with equal chances, as a pure function of seed, unit key and draw: 64 draws share one 64-bit hash, a set
 * bit meaning minus. They depend on no other row and on no thread, and rows of one cluster share their cluster's. A
 * building block for sign-flip tests and multiplier bootstraps of influence values of one's own; {@code SignFlipTest}
 * does the flipping for means.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * boolean minus = (RandomSigns.of(42).block(rowKey, draw / 64) >>> (draw % 64) & 1) == 1;
 * }</pre>
 *
 * @since 0.1
 */
public final class RandomSigns {

    /** Added to a user's seed, so that signs and bootstrap never read the same hashes; "sign" in ASCII. */
    private static final long SIGNS = 0x7369676EL;

    private final KeyedHash hash;

    private RandomSigns(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * {@return the signs of a user's seed}
     *
     * @param seed any number
     */
    public static RandomSigns of(long seed) {
        return new RandomSigns(KeyedHash.of(seed, SIGNS));
    }

    /**
     * {@return 64 signs of a unit, those of draws {@code 64 block} to {@code 64 block + 63}}
     *
     * @param unitKey the key of the row or of its cluster
     * @param block from 0
     */
    public long block(long unitKey, int block) {
        return KeyedHash.hash(unitKey, hash.drawKey(block));
    }
}
