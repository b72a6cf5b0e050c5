package io.github.tiercel.cli;

import io.github.tiercel.data.UsageException;
import java.util.function.Supplier;

/** Mistakes of a command line, as an exception of their own: what else goes wrong may be a fault of Tiercel. */
final class Usage {

    static final String CODE = "USAGE";

    private Usage() {}

    static UsageException mistake(String message) {
        return new UsageException(CODE, message);
    }

    /**
     * Hands what a command line says to the library as it is: what that refuses is a mistake of the command line.
     * Nothing else should be done in there.
     */
    static <T> T of(Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            // Others of its kind come with a code, or from further below.
            if (e.getClass() == IllegalArgumentException.class) {
                UsageException mistake = mistake(String.valueOf(e.getMessage()));
                mistake.initCause(e);
                throw mistake;
            }
            throw e;
        }
    }
}
