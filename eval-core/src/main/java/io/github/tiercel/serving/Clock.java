package io.github.tiercel.serving;

/** Time as the probe reads it, so that tests can have their own. */
interface Clock {

    /** Nanoseconds since some moment; never less than before. */
    long nanos();

    /** Returns at a time, or at once if it is past. */
    void waitUntil(long nanos) throws InterruptedException;
}
