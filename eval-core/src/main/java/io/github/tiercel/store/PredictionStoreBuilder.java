package io.github.tiercel.store;

import java.nio.file.Path;

/**
 * Options of a store in a folder. Not safe for use by several threads.
 *
 * <pre>{@code
 * PredictionStore store = PredictionStore.at(Path.of("/mnt/scores")).budget(50L << 30).open();
 * }</pre>
 *
 * @since 0.1
 */
public final class PredictionStoreBuilder {

    private final Path folder;
    private long budget = StoreOptions.DEFAULT_BUDGET;
    private boolean readOnly;
    private boolean locks = true;

    PredictionStoreBuilder(Path folder) {
        this.folder = folder;
    }

    /**
     * Sets how large the folder may become before the least recently used scores are deleted; 10 GiB unless set.
     *
     * @param bytes at least 1
     * @return this
     * @throws IllegalArgumentException if {@code bytes} is below 1
     */
    public PredictionStoreBuilder budget(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("budget must be at least 1 byte, got " + bytes);
        }
        budget = bytes;
        return this;
    }

    /**
     * Leaves the folder as it is: nothing is written, moved, touched or locked. What is inferred stays in memory. For a
     * folder that others fill, such as a build server's cache.
     *
     * @return this
     */
    public PredictionStoreBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Uses no locks, for file systems where they hang or lie. Several processes may then infer the same rows; what they
     * read stays right.
     *
     * @return this
     */
    public PredictionStoreBuilder withoutLocks() {
        locks = false;
        return this;
    }

    /**
     * {@return the store}
     *
     * @throws StoreException if there is something else at this place, or a store of a later layout, or none is there
     *     and none can be made
     */
    public PredictionStore open() {
        return TieredStore.open(folder, new StoreOptions(budget, readOnly, locks));
    }
}
