package io.github.tiercel.store;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process's claim to infer the scores of a key. May be released by another thread than took it; releasing it again
 * does nothing.
 */
final class KeyLock implements AutoCloseable {

    private final boolean exclusive;
    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    private KeyLock(boolean exclusive, Runnable release) {
        this.exclusive = exclusive;
        this.release = release;
    }

    static KeyLock held(Runnable release) {
        return new KeyLock(true, release);
    }

    /** Where there are no locks two processes may do the same work, which costs time and nothing else. */
    static KeyLock unsupported() {
        return new KeyLock(false, () -> {});
    }

    /** Returns whether other processes are really kept out. */
    boolean isExclusive() {
        return exclusive;
    }

    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            release.run();
        }
    }
}
