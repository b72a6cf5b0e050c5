package io.github.tiercel.data;

import java.io.Serial;

/**
 * The data cannot be evaluated as it is. The message says what is wrong, where, how often, and what to do.
 *
 * @since 0.1
 */
public final class DataException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * An error found in the data.
     *
     * @param message one or two sentences for people
     */
    public DataException(String message) {
        super(message);
    }

    /**
     * An error met while reading.
     *
     * @param message one or two sentences for people
     * @param cause what the reader met
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
