package io.github.tiercel.sampling;

/**
 * The hash behind every order: the finalizer of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195), a
 * bijection of 64-bit words, applied twice to a key.
 */
final class SplitMix {

    /** 2^64 divided by the golden ratio, made odd: the increment of SplitMix64. */
    static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** The letters "order" in ASCII: keeps the order's stream apart from the bootstrap's, which adds "boot". */
    private static final long ORDER_STREAM = 0x6F72646572L;

    /** The letters "split" in ASCII. */
    private static final long SPLIT_STREAM = 0x73706C6974L;

    private SplitMix() {}

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Returns the seed of an order from the seed that the user chose.
     *
     * <p>A derived seed is needed because the priority of a row under a seed is also its bootstrap hash of the first
     * replicates under that seed: rows drawn early would all have bootstrap weight 0.
     */
    static long orderSeed(long seed) {
        return mix(seed + ORDER_STREAM);
    }

    /** Returns the seed of a division into parts, which must not be that of an order: see {@link #orderSeed}. */
    static long splitSeed(long seed) {
        return mix(seed + SPLIT_STREAM);
    }

    /** Returns the part of the priority that depends on the seed only. */
    static long salt(long orderSeed) {
        return mix(orderSeed + GAMMA);
    }

    /** Returns the sampling priority of a key: an unsigned number, and a bijection of the key for a given salt. */
    static long priority(long rowKey, long salt) {
        return mix(mix((rowKey ^ salt) + GAMMA) + salt);
    }
}
