package io.github.tiercel.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Writes in the background, one thing after the other, so that nobody waits for the disk; whoever is far ahead of it
 * waits after all, or memory would run out. Nothing that interrupts a caller reaches its thread.
 */
final class Publisher {

    /** A disk that takes nothing for so long is dead, or as good as that for who trains a model. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final long MOST_BYTES_WAITING = 256L << 20;
    private static final int SHARE_OF_HEAP = 8;

    /** What a process that is killed may lose of work, in segments that are made but not written. */
    private static final Duration MOST_WORK_WAITING = Duration.ofSeconds(5);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "tiercel-publisher");
        named.setDaemon(true);
        return named;
    });
    private final Backlog backlog;
    private final Map<StoreKey, Integer> waiting = new ConcurrentHashMap<>();

    Publisher() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** With room for so many bytes that are not written yet. */
    Publisher(long bytes) {
        this.backlog = new Backlog(Math.min(MOST_BYTES_WAITING, bytes), MOST_WORK_WAITING);
    }

    /** Writes in its turn, or returns false if there is no room for it in time. */
    boolean publish(StoreKey key, Backlog.Load load, Runnable writing) {
        if (!backlog.add(load, LONGEST_WAIT)) {
            return false;
        }
        waiting.merge(key, 1, Integer::sum);
        afterwards(() -> {
            try {
                writing.run();
            } finally {
                backlog.remove(load);
                waiting.computeIfPresent(key, (known, count) -> count == 1 ? null : count - 1);
            }
        });
        return true;
    }

    /** Does something once all that was published so far is written; at once where the store is closed already. */
    void afterwards(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /** The time that models took for what is not written yet. */
    long unwrittenNanos() {
        return backlog.nanos();
    }

    boolean isWriting(StoreKey key) {
        return waiting.containsKey(key);
    }

    /** Waits for the disk even if the caller is interrupted: what is inferred should not be lost at the last step. */
    void flush() {
        try {
            Waiting.uninterruptibly(thread.submit(() -> {}));
        } catch (RejectedExecutionException e) {
            // Somebody closes the store meanwhile, or has; what was published before is written all the same.
            Waiting.untilEnded(thread);
        }
    }

    /** Whatever is published while this waits is waited for too, or written by who publishes it. */
    void close() {
        thread.shutdown();
        Waiting.untilEnded(thread);
    }
}
