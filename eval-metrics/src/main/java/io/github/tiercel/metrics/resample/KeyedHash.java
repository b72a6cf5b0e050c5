package io.github.tiercel.metrics.resample;

/**
 * Random numbers drawn as a pure function of seed, unit key and draw.
 *
 * <p>With G = 0x9E3779B97F4A7C15 and SplitMix64's finaliser {@code mix}, what units of one draw share is {@code k =
 * mix(seed + (draw + 1) G)}, and the hash of a unit is {@code mix(mix((key ^ k) + G) + k)}. It depends on no order of
 * rows, on no other rows and on no threads, so draws are the same on one machine and on many; rows of one cluster share
 * its key and so their draws. The seed is the user's, moved by a number for each purpose, so that no two purposes read
 * the same hashes.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * long drawKey = KeyedHash.of(42, purpose).drawKey(draw);
 * double inUnitInterval = KeyedHash.unit(KeyedHash.hash(rowKey, drawKey));
 * }</pre>
 *
 * <p>Source: G. L. Steele et al., "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
 * doi:10.1145/2660193.2660195.
 *
 * @since 0.1
 */
public final class KeyedHash {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    private KeyedHash(long seed) {
        this.seed = seed;
    }

    /**
     * {@return the hashes of a user's seed for one purpose}
     *
     * @param seed any number
     * @param purpose a number no other purpose has
     */
    public static KeyedHash of(long seed, long purpose) {
        return new KeyedHash(mix(seed + purpose));
    }

    static KeyedHash ofHashSeed(long hashSeed) {
        return new KeyedHash(hashSeed);
    }

    /**
     * {@return what the hashes of one draw share}
     *
     * @param draw the number of the draw, from 0
     */
    public long drawKey(long draw) {
        return mix(seed + (draw + 1) * GOLDEN);
    }

    /**
     * {@return 64 random bits}
     *
     * @param unitKey the key of the row or of its cluster
     * @param drawKey what the hashes of the draw share
     */
    public static long hash(long unitKey, long drawKey) {
        return mix(mix((unitKey ^ drawKey) + GOLDEN) + drawKey);
    }

    /**
     * {@return a number in [0, 1), from the upper 53 bits of a hash}
     *
     * @param hash 64 random bits
     */
    public static double unit(long hash) {
        return (hash >>> 11) * 0x1p-53;
    }

    /** SplitMix64's finaliser, which maps the 64-bit numbers one to one. */
    static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
