package io.github.tiercel.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for what must not be given up half-way; an interrupt meanwhile is kept for afterwards. */
final class Waiting {

    private Waiting() {}

    static <T> T uninterruptibly(Future<T> future) {
        return uninterruptibly((Wait<T>) future::get);
    }

    /** Waits until all is done that was given to an executor before it was shut down, however long it takes. */
    static boolean untilEnded(ExecutorService executor) {
        return uninterruptibly((Wait<Boolean>) () -> executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    }

    private static <T> T uninterruptibly(Wait<T> wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the store's own threads report failures otherwise", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Wait<T> {
        T get() throws InterruptedException, ExecutionException;
    }
}
