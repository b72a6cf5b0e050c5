package io.github.tiercel.onnx;

/**
 * Counts the calls of a resource, so that one thread may close it while others use it: the last of them releases it.
 */
final class InUse {

    private final Runnable release;
    private int calls;
    private boolean closed;

    InUse(Runnable release) {
        this.release = release;
    }

    /** {@return whether a call may begin; if so, {@link #leave} must follow} */
    synchronized boolean enter() {
        if (!closed) {
            calls++;
        }
        return !closed;
    }

    void leave() {
        boolean last;
        synchronized (this) {
            calls--;
            last = closed && calls == 0;
        }
        if (last) {
            release.run();
        }
    }

    /** Lets no further call begin, and releases the resource now or when the last call ends. */
    void close() {
        boolean unused;
        synchronized (this) {
            unused = !closed && calls == 0;
            closed = true;
        }
        if (unused) {
            release.run();
        }
    }
}
