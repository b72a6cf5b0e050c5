package io.github.tiercel.cli;

import io.github.tiercel.data.Coded;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The result cannot be written where it should go. */
final class OutputException extends RuntimeException implements Coded {

    @Serial
    private static final long serialVersionUID = 1;

    OutputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A print writer keeps what goes wrong to itself: a full disk would leave half a result and exit code 0. */
    static OutputException ofStdout(String advice) {
        return new OutputException(
                "The result cannot be written to stdout: the disk is full, or its reader is gone." + advice, null);
    }

    @Override
    public String code() {
        return "NO_OUTPUT";
    }
}
