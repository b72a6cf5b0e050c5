package io.github.tiercel.cli;

import java.io.Serial;

/** Two runs cannot be compared row by row; the message says why and what to do, in whole sentences. */
final class UnpairableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    UnpairableException(String why) {
        super(why);
    }
}
