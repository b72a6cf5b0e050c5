package io.github.tiercel.metrics.resample;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items that several threads take one by one until none is left, the thread that waits for them among these. */
final class SharedWork {

    private final int to;
    private final Supplier<IntConsumer> worker;
    private final IntConsumer progress;
    private final AtomicInteger next;
    private final Thread caller = Thread.currentThread();
    private int done;
    private int working;
    private boolean closed;
    private @Nullable Throwable failure;

    SharedWork(int from, int to, Supplier<IntConsumer> worker, IntConsumer progress) {
        this.to = to;
        this.worker = worker;
        this.progress = progress;
        this.next = new AtomicInteger(from);
        this.done = from;
    }

    /** Takes part until nothing is left; a helper that comes too late does nothing. */
    void help() {
        if (!enter()) {
            return;
        }
        try {
            work();
        } catch (Throwable e) {
            // Also what no signature allows, as metrics written in other languages throw it.
            fail(e);
        } finally {
            leave();
        }
    }

    /** Takes part, and returns when all items are done by whichever thread. */
    void finish() {
        help();
        boolean interrupted = awaitHelpers();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException("a replicate failed: " + failure.getMessage(), failure);
        }
    }

    private void work() {
        IntConsumer own = worker.get();
        for (int item = next.getAndIncrement(); item < to; item = next.getAndIncrement()) {
            // A helper that is interrupted has been so by its executor, which is no reason to give up.
            if (caller.isInterrupted()) {
                throw new CancellationException("cancelled: the thread was interrupted");
            }
            own.accept(item);
            report();
        }
    }

    private synchronized void report() {
        done++;
        progress.accept(done);
    }

    private synchronized boolean enter() {
        working += closed ? 0 : 1;
        return !closed;
    }

    private synchronized void leave() {
        working--;
        notifyAll();
    }

    private synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
        next.set(to);
    }

    /** Keeps late helpers out and waits for those within, also when interrupted, because they write results. */
    private synchronized boolean awaitHelpers() {
        closed = true;
        boolean interrupted = Thread.currentThread().isInterrupted();
        while (working > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                next.set(to);
                failure = new CancellationException("cancelled: the thread was interrupted");
            }
        }
        return interrupted;
    }
}
