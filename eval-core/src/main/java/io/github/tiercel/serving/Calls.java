package io.github.tiercel.serving;

/** Calls to be timed, everything that they need being at hand. */
@FunctionalInterface
interface Calls {

    /** Makes the next call. */
    void next() throws InterruptedException;
}
