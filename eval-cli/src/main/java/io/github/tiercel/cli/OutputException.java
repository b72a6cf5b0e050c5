package io.github.tiercel.cli;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The result cannot be written where it should go. */
final class OutputException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    OutputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
