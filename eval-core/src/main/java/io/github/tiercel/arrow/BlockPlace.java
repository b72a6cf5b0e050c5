package io.github.tiercel.arrow;

/**
 * Where a batch is in its file: its description, and behind it the columns. All in bytes. Immutable.
 *
 * @param offset where the description begins
 * @param descriptionBytes the length of the description
 * @param bodyBytes the length of the columns
 * @since 0.1
 */
public record BlockPlace(long offset, int descriptionBytes, long bodyBytes) {

    /** {@return where the columns begin} */
    public long body() {
        return offset + descriptionBytes;
    }

    /** {@return where what follows begins} */
    public long end() {
        return offset + descriptionBytes + bodyBytes;
    }
}
