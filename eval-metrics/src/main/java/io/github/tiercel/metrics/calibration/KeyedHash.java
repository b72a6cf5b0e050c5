package io.github.tiercel.metrics.calibration;

/**
 * Numbers drawn as a pure function of seed, row key and draw, so that they depend on no order of rows and on no
 * threads.
 *
 * <p>SplitMix64 finalisers as in the bootstrap: {@code k = mix(seed + (draw + 1) G)}, {@code h = mix(mix((key ^ k) + G)
 * + k)}.
 */
final class KeyedHash {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    private KeyedHash(long seed) {
        this.seed = seed;
    }

    /** The hashes of a user's seed for one purpose, which no other purpose shares. */
    static KeyedHash of(long seed, long purpose) {
        return new KeyedHash(mix(seed + purpose));
    }

    /** What the hashes of one draw share. */
    long drawKey(int draw) {
        return mix(seed + (draw + 1) * GOLDEN);
    }

    static long hash(long rowKey, long drawKey) {
        return mix(mix((rowKey ^ drawKey) + GOLDEN) + drawKey);
    }

    /** A number in [0, 1), from the upper 53 bits of a hash. */
    static double unit(long hash) {
        return (hash >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
