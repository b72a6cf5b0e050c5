package io.github.tiercel.evaluation;

import java.io.Serial;

/**
 * Two runs cannot be compared row by row. The message says why and what to do, in whole sentences, as
 * {@link RunComparison#unpaired} takes it.
 *
 * @since 0.1
 */
public final class UnpairableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * An obstacle.
     *
     * @param why why no rows can be paired and what to do about it
     */
    public UnpairableException(String why) {
        super(why);
    }
}
