package io.github.tiercel.metrics.resample;

/**
 * Signs drawn with equal chances, as a pure function of seed, unit key and draw: 64 draws share one 64-bit hash, a set
 * bit meaning minus. They depend on no other row and on no thread, and rows of one cluster share their cluster's.
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

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Added to a user's seed, so that signs and bootstrap never read the same hashes; "sign" in ASCII. */
    private static final long SIGNS = 0x7369676EL;

    private final long seed;

    private RandomSigns(long seed) {
        this.seed = seed;
    }

    /**
     * {@return the signs of a user's seed}
     *
     * @param seed any number
     */
    public static RandomSigns of(long seed) {
        return new RandomSigns(PoissonWeights.mix(seed + SIGNS));
    }

    /**
     * {@return 64 signs of a unit, those of draws {@code 64 block} to {@code 64 block + 63}}
     *
     * @param unitKey the key of the row or of its cluster
     * @param block from 0
     */
    public long block(long unitKey, int block) {
        return PoissonWeights.hash(unitKey, PoissonWeights.mix(seed + (block + 1L) * GOLDEN));
    }
}
