package io.github.tiercel.report;

/**
 * What a gate that the rows cannot decide is to a build.
 *
 * @since 0.1
 */
public enum Inconclusive {
    /** A failure of its own type: nobody has shown that the model may go live. */
    FAILS,
    /** No failure; the output says that it is open. */
    PASSES
}
