package io.github.tiercel.inference;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tasks that run ahead on threads of their own, and whose results are taken in the order in which they were started. To
 * be used by one thread, which bounds how many are pending.
 */
final class Ahead<T> implements AutoCloseable {

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final Queue<Future<T>> pending = new ArrayDeque<>();
    private final ExecutorService executor;

    Ahead(String name, int count) {
        this.executor = Executors.newFixedThreadPool(count, work -> thread(name, work));
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    void start(Callable<T> task) {
        pending.add(executor.submit(task));
    }

    /** The number of tasks that were started and whose results were not taken. */
    int pending() {
        return pending.size();
    }

    /**
     * Waits for the result of the oldest task.
     *
     * @throws InterruptedException if this thread is interrupted, or the task threw this very exception
     */
    T next() throws InterruptedException {
        try {
            return pending.remove().get();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    /** What a task throws is thrown as if it had run here. */
    private static RuntimeException failure(ExecutionException e) throws InterruptedException {
        Throwable thrown = e.getCause();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof InterruptedException interruption) {
            throw interruption;
        }
        return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
    }

    /** Interrupts what still runs and waits until every thread has ended, come what may. */
    @Override
    public void close() {
        executor.shutdownNow();
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= joined(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return whether this thread was interrupted meanwhile} */
    private static boolean joined(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
