package io.github.tiercel.data;

import java.io.Serial;

/**
 * Something was asked for that is not there or cannot be: an unknown column or metric, a gate that is no rule. The
 * message says what, and what there is instead.
 *
 * @since 0.1
 */
public final class UsageException extends IllegalArgumentException implements Coded {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * A mistake.
     *
     * @param code its kind, in capitals
     * @param message one or two sentences for people
     */
    public UsageException(String code, String message) {
        super(message);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
