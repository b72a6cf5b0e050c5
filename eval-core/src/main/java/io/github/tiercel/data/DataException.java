package io.github.tiercel.data;

import java.io.Serial;

/**
 * The data cannot be evaluated as it is. The message says what is wrong, where, how often, and what to do.
 *
 * @since 0.1
 */
public final class DataException extends IllegalArgumentException implements Coded {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String BAD_DATA = "BAD_DATA";

    private final String code;

    /**
     * An error of no particular kind, such as one that features of the caller's own find.
     *
     * @param message one or two sentences for people
     */
    public DataException(String message) {
        this(BAD_DATA, message);
    }

    /**
     * An error of no particular kind, met while reading.
     *
     * @param message one or two sentences for people
     * @param cause what the reader met
     */
    public DataException(String message, Throwable cause) {
        this(BAD_DATA, message, cause);
    }

    /**
     * An error found in the data.
     *
     * @param code its kind, in capitals
     * @param message one or two sentences for people
     */
    public DataException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * An error met while reading.
     *
     * @param code its kind, in capitals
     * @param message one or two sentences for people
     * @param cause what the reader met
     */
    public DataException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
