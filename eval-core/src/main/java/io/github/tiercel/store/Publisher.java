package io.github.tiercel.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Writes in the background, one thing after the other, so that nobody waits for the disk; whoever is far ahead of it
 * waits after all, or memory would run out. Nothing that interrupts a caller reaches its thread.
 */
final class Publisher {

    private static final long MOST_KIB_WAITING = 256 * 1024;
    private static final int SHARE_OF_HEAP = 8;
    private static final int BYTES_PER_KIB = 1024;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "tiercel-publisher");
        named.setDaemon(true);
        return named;
    });
    private final int mostKib;
    private final Semaphore room;
    private final Map<StoreKey, Integer> waiting = new ConcurrentHashMap<>();

    Publisher() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** With room for so many bytes that are not written yet. */
    Publisher(long bytes) {
        this.mostKib = (int) Math.max(1, Math.min(MOST_KIB_WAITING, bytes / BYTES_PER_KIB));
        this.room = new Semaphore(mostKib);
    }

    void publish(StoreKey key, long bytes, Runnable writing) {
        int kib = (int) Math.min(mostKib, 1 + bytes / BYTES_PER_KIB);
        room.acquireUninterruptibly(kib);
        waiting.merge(key, 1, Integer::sum);
        afterwards(() -> {
            try {
                writing.run();
            } finally {
                room.release(kib);
                waiting.computeIfPresent(key, (known, count) -> count == 1 ? null : count - 1);
            }
        });
    }

    /** Does something once all that was published so far is written; at once where the store is closed already. */
    void afterwards(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
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
