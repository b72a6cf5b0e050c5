package io.github.tiercel.metrics.resample;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Where replicates and other draws are computed: by the calling thread, with the help of an executor's. What is
 * computed does not depend on it.
 *
 * <p>The calling thread always takes part, so an executor that is busy, or never gets to it, costs time and nothing
 * else. Interrupting the calling thread cancels the work: the call ends with a
 * {@link java.util.concurrent.CancellationException}, and the thread stays interrupted. Immutable, and safe for use by
 * several threads.
 *
 * <pre>{@code
 * var bootstrap = Bootstrap.of(rowKeys, 42, 1000).on(Execution.of(pool, 4));
 * }</pre>
 *
 * @since 0.1
 */
public final class Execution {

    private final Executor executor;
    private final int threads;
    private final Progress progress;

    private Execution(Executor executor, int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
    }

    /** {@return the calling thread and all of the common pool} */
    public static Execution common() {
        return of(ForkJoinPool.commonPool(), ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    /**
     * {@return the calling thread and an executor}
     *
     * @param executor runs what it is given, on any threads
     * @param threads how many threads to use at most, the calling one among them
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static Execution of(Executor executor, int threads) {
        return new Execution(executor, threads, Progress.NONE);
    }

    /** {@return the calling thread alone} */
    public static Execution sequential() {
        return of(Runnable::run, 1);
    }

    /**
     * {@return the same threads, telling how far they have come}
     *
     * @param listener hears of replicates that are done
     */
    public Execution reportingTo(Progress listener) {
        return new Execution(executor, threads, listener);
    }

    /**
     * Does items of any work in any order, each once, and returns when all are done. A listener hears nothing of it.
     *
     * @param items how many there are
     * @param item does the item of a number in [0, items); called by several threads at once, so what it writes must be
     *     its own
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public void forEach(int items, IntConsumer item) {
        run(new SharedWork(0, items, () -> item, done -> {}), items);
    }

    /**
     * Computes items in any order, each once; an item is two replicates.
     *
     * @param from the first item
     * @param to the item after the last
     * @param all how many replicates there will be at most, with other calls
     * @param worker gives each thread what computes its items
     */
    void run(int from, int to, int all, Supplier<IntConsumer> worker) {
        run(new SharedWork(from, to, worker, done -> progress.replicates(Math.min(all, 2 * done), all)), to - from);
    }

    private void run(SharedWork work, int items) {
        int helpers = Math.min(threads, items) - 1;
        for (int helper = 0; helper < helpers; helper++) {
            askForHelp(work);
        }
        work.finish();
    }

    private void askForHelp(SharedWork work) {
        try {
            executor.execute(work::help);
        } catch (RejectedExecutionException e) {
            // An executor that is full or shut down is no help; the calling thread does all by itself.
            System.getLogger(Execution.class.getName()).log(System.Logger.Level.DEBUG, "no help from the executor", e);
        }
    }
}
