package io.github.tiercel.metrics.resample;

/**
 * Parts of the rows for cross-fitting: what is learnt on all folds but one is measured on that one.
 *
 * <p>The fold of a row is a pure function of seed, unit key and repeat, so it depends neither on the order of rows nor
 * on other rows, and rows of one cluster, which share its key, stay together. Sizes differ as chance has it. The hashes
 * are those of {@link KeyedHash}.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * int fold = Folds.of(42, 5).fold(rowKey, 0);   // 0 to 4
 * }</pre>
 *
 * @since 0.1
 */
public final class Folds {

    /** Added to a user's seed, so that folds, bootstrap and sampling never read the same hashes; "fold" in ASCII. */
    private static final long FOLDS = 0x666F6C64L;

    private final KeyedHash hash;
    private final int count;

    private Folds(KeyedHash hash, int count) {
        this.hash = hash;
        this.count = count;
    }

    /**
     * {@return folds}
     *
     * @param seed any number
     * @param count how many folds there are, at least 2
     * @throws IllegalArgumentException if {@code count} is below 2
     */
    public static Folds of(long seed, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("count must be at least 2, got " + count);
        }
        return new Folds(KeyedHash.of(seed, FOLDS), count);
    }

    /** {@return how many folds there are} */
    public int count() {
        return count;
    }

    /**
     * {@return the fold of a unit, from 0}
     *
     * @param unitKey the key of the row or of its cluster
     * @param repeat which of several partitions into folds, from 0
     */
    public int fold(long unitKey, int repeat) {
        long draw = KeyedHash.hash(unitKey, hash.drawKey(repeat)) >>> 32;
        return (int) ((draw * count) >>> 32);
    }
}
