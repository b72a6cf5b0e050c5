package io.github.tiercel.serving;

/** A way of making call after call, each timed. */
sealed interface Loop permits ClosedLoop, OpenLoop {

    LatencyRun run(Calls calls, Extent extent) throws InterruptedException;

    /** Told to stop, a loop does so before the next call. */
    static void requireNotInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted between calls");
        }
    }
}
