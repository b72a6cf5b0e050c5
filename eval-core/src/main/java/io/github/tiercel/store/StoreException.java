package io.github.tiercel.store;

import io.github.tiercel.data.Coded;
import java.io.Serial;

/**
 * A folder cannot serve as a prediction store. The message says which, why, and what to do.
 *
 * <p>Thrown when a store is opened, and by {@link StoreCatalog}. Whatever else happens to its files costs time, not an
 * evaluation.
 *
 * @since 0.1
 */
public final class StoreException extends RuntimeException implements Coded {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * A folder that is no store, or not one for this version.
     *
     * @param message one or two sentences for people
     */
    public StoreException(String message) {
        super(message);
    }

    /**
     * A folder that cannot be made or read.
     *
     * @param message one or two sentences for people
     * @param cause what the file system said
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return {@code "NO_STORE"}} */
    @Override
    public String code() {
        return "NO_STORE";
    }
}
