package io.github.tiercel.store;

import java.util.List;

/**
 * What a check of a store found.
 *
 * @param files files whose every byte is as it was written
 * @param bytes their size
 * @param problems one for each file that is not
 * @since 0.1
 */
public record StoreCheck(long files, long bytes, List<Problem> problems) {

    /** Copies the list. */
    public StoreCheck {
        problems = List.copyOf(problems);
    }

    /** {@return whether the whole store is as it was written} */
    public boolean isWhole() {
        return problems.isEmpty();
    }

    /**
     * A file that is not as it was written.
     *
     * @param file its path from the store's folder
     * @param what what is wrong with it, for people
     * @param isGone whether it was taken away, to the store's folder {@code quarantine}; false if it could not be
     * @since 0.1
     */
    public record Problem(String file, String what, boolean isGone) {}
}
