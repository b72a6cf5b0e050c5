package io.github.tiercel.metrics.resample;

/**
 * Bootstrap weights drawn from the Poisson distribution with mean 1, as a pure function of seed, unit key and
 * replicate.
 *
 * <p>A row's weight in a replicate does not depend on its position, on other rows, on threads or on how rows are
 * partitioned, so replicates are the same on one machine and on many. Rows of one cluster share their cluster's key and
 * so their weight. Two replicates share one 64-bit hash (SplitMix64 finalisers); the weight is the Poisson quantile of
 * 32 bits of it, cut at 12 (probability 6e-11).
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * int weight = PoissonWeights.of(42).weight(rowKey, replicate);
 * }</pre>
 *
 * <p>Source: the Poisson bootstrap of N. Chamandy et al., "Estimating Uncertainty for Massive Data Streams" (2012); G.
 * L. Steele et al., "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
 *
 * @since 0.1
 */
public final class PoissonWeights {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Added to a user's seed, so that sampling and bootstrap never read the same hashes; "boot" in ASCII. */
    private static final long BOOTSTRAP = 0x626F6F74L;

    /** round(2^32 P(X <= k)) for X Poisson(1): a draw below element k is at most k. */
    private static final long[] THRESHOLDS = {
        1580030169L,
        3160060337L,
        3950075422L,
        4213413783L,
        4279248374L,
        4292415292L,
        4294609778L,
        4294923276L,
        4294962463L,
        4294966817L,
        4294967253L,
        4294967292L,
        4294967296L
    };

    /** For each value of the top 8 bits the smallest weight a draw can have, from which few steps remain. */
    private static final byte[] SMALLEST = smallest();

    private final long seed;

    private PoissonWeights(long seed) {
        this.seed = seed;
    }

    /**
     * {@return the weights of a user's seed}
     *
     * @param seed any number; the seed of the hashes is derived from it, apart from that of sampling
     */
    public static PoissonWeights of(long seed) {
        return new PoissonWeights(mix(seed + BOOTSTRAP));
    }

    static PoissonWeights ofHashSeed(long hashSeed) {
        return new PoissonWeights(hashSeed);
    }

    /**
     * {@return the weight of a unit in a replicate, from 0 to 12}
     *
     * @param unitKey the key of the row or of its cluster
     * @param replicate the replicate, from 0
     */
    public int weight(long unitKey, int replicate) {
        long hash = hash(unitKey, pairKey(replicate / 2));
        return (replicate & 1) == 0 ? even(hash) : odd(hash);
    }

    /** What the hashes of replicates 2 pair and 2 pair + 1 share. */
    long pairKey(int pair) {
        return mix(seed + (pair + 1) * GOLDEN);
    }

    static long hash(long unitKey, long pairKey) {
        return mix(mix((unitKey ^ pairKey) + GOLDEN) + pairKey);
    }

    static int even(long hash) {
        return quantile(hash >>> 32);
    }

    static int odd(long hash) {
        return quantile(hash & 0xFFFFFFFFL);
    }

    private static int quantile(long draw) {
        int weight = SMALLEST[(int) (draw >>> 24)];
        while (draw >= THRESHOLDS[weight]) {
            weight++;
        }
        return weight;
    }

    static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    private static byte[] smallest() {
        byte[] smallest = new byte[256];
        for (int top = 0; top < 256; top++) {
            while (((long) top << 24) >= THRESHOLDS[smallest[top]]) {
                smallest[top]++;
            }
        }
        return smallest;
    }
}
