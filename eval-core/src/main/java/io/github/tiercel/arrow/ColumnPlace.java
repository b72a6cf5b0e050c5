package io.github.tiercel.arrow;

/**
 * Where a column is in the body of a batch: the bits that say what is there, padded, and behind them the values.
 * Immutable.
 *
 * @param offset where the bits begin, from the start of the body, in bytes
 * @param validityBytes the length of the bits without padding; 0 if nothing can be missing
 * @param valueBytes the length of the values without padding
 * @param missing how many values are missing
 * @since 0.1
 */
public record ColumnPlace(long offset, int validityBytes, int valueBytes, int missing) {

    /** {@return where the values begin} */
    public long values() {
        return offset + ArrowMessages.padded(validityBytes);
    }
}
