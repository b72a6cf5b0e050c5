package io.github.tiercel.metrics.resample;

/**
 * Bootstrap weights drawn from the Poisson distribution with mean 1, as a pure function of seed, unit key and
 * replicate.
 *
 * <p>A row's weight in a replicate does not depend on its position, on other rows, on threads or on how rows are
 * partitioned, so replicates are the same on one machine and on many. Rows of one cluster share their cluster's key and
 * so their weight. Two replicates share one hash of {@link KeyedHash}; the weight is the Poisson quantile of 32 bits of
 * it, cut at 12 (probability 6e-11).
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * int weight = PoissonWeights.of(42).weight(rowKey, replicate);
 * }</pre>
 *
 * <p>Source: the Poisson bootstrap of N. Chamandy et al., "Estimating Uncertainty for Massive Data Streams" (2012).
 *
 * @since 0.1
 */
public final class PoissonWeights {

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

    private final KeyedHash hash;

    private PoissonWeights(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * {@return the weights of a user's seed}
     *
     * @param seed any number; the seed of the hashes is derived from it, apart from that of sampling
     */
    public static PoissonWeights of(long seed) {
        return new PoissonWeights(KeyedHash.of(seed, BOOTSTRAP));
    }

    static PoissonWeights ofHashSeed(long hashSeed) {
        return new PoissonWeights(KeyedHash.ofHashSeed(hashSeed));
    }

    /**
     * {@return the weight of a unit in a replicate, from 0 to 12}
     *
     * @param unitKey the key of the row or of its cluster
     * @param replicate the replicate, from 0
     */
    public int weight(long unitKey, int replicate) {
        long bits = KeyedHash.hash(unitKey, pairKey(replicate / 2));
        return (replicate & 1) == 0 ? even(bits) : odd(bits);
    }

    /** What the hashes of replicates 2 pair and 2 pair + 1 share. */
    long pairKey(int pair) {
        return hash.drawKey(pair);
    }

    /** Fills in the weights of the two replicates that share a hash, one a row. */
    static void fill(long[] unitKeys, long pairKey, byte[] even, byte[] odd) {
        for (int row = 0; row < unitKeys.length; row++) {
            long hash = KeyedHash.hash(unitKeys[row], pairKey);
            even[row] = (byte) even(hash);
            odd[row] = (byte) odd(hash);
        }
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
