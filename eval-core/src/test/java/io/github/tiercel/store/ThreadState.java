package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What another thread is at. */
final class ThreadState {

    private ThreadState() {}

    /** Waits until a thread waits; it must not end before. */
    static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(thread.isAlive(), "it ended without waiting");
            Thread.onSpinWait();
        }
    }
}
