package io.github.tiercel.sampling;

/**
 * A division of keys into two parts by a hash of each, whatever other keys there are: added rows move none from one
 * part to the other, and equal keys are never parted.
 *
 * <p>A key belongs to the first part if the upper 53 bits of its hash, read as a number in [0, 1), are below the share.
 * The hash is the sampling priority of a {@linkplain StratifiedOrder stratified order} under another derived seed,
 * {@code mix(seed + 0x73706C6974)}, so that the parts are independent of the order and of bootstrap weights of the same
 * seed. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * boolean selects = KeySplit.of(42, 0.5).isFirst(RowKey.of("user-17"));
 * }</pre>
 *
 * @since 0.1
 */
public final class KeySplit {

    private static final int UNUSED_BITS = Long.SIZE - 53;
    private static final double UNIT = 0x1p-53;

    private final long salt;
    private final double share;

    private KeySplit(long salt, double share) {
        this.salt = salt;
        this.share = share;
    }

    /**
     * Returns a division.
     *
     * @param seed the seed that the user chose
     * @param share the expected share of the first part, in (0, 1)
     * @return the division
     * @throws IllegalArgumentException if {@code share} is not in (0, 1)
     */
    public static KeySplit of(long seed, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), got " + share);
        }
        return new KeySplit(SplitMix.salt(SplitMix.splitSeed(seed)), share);
    }

    /**
     * Returns whether a key belongs to the first part. O(1).
     *
     * @param key any number; see {@link RowKey}
     * @return whether it does
     */
    public boolean isFirst(long key) {
        return (SplitMix.priority(key, salt) >>> UNUSED_BITS) * UNIT < share;
    }
}
