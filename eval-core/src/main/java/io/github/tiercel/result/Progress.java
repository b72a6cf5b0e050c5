package io.github.tiercel.result;

/**
 * What an epoch is beside the epoch it is compared with.
 *
 * @since 0.1
 */
public enum Progress {
    /** Better, by more than the least gain that counts and by more than chance; so is the first epoch with a value. */
    IMPROVED,
    /** Not better by the least gain that counts, by more than chance; so is an epoch without a value. */
    NOT_IMPROVED,
    /** Too close to tell on so few rows; so are epochs of the warm-up, which nobody tests. */
    UNDECIDED;

    /** {@return whether the epoch is better} */
    public boolean isImproved() {
        return this == IMPROVED;
    }
}
