package io.github.tiercel.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.tiercel.inference.ModelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Scores held in memory, the least recently used dropped first, and the one place where threads that want the same
 * scores meet: the first does the work on its own thread, the others wait for it.
 */
final class MemoryTier {

    private static final long KIB = 1024;
    private static final int SHARE_OF_HEAP = 4;

    private final ConcurrentMap<Object, CompletableFuture<Prefix>> held;

    MemoryTier() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    MemoryTier(long bytes) {
        AsyncCache<Object, Prefix> cache = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, bytes / KIB))
                .weigher((Object key, Prefix prefix) -> kib(prefix))
                // Housekeeping is short, and on the caller's thread it needs no pool.
                .executor(Runnable::run)
                .buildAsync();
        this.held = cache.asMap();
    }

    /** Weights are ints, and an entry without weight would never count. */
    private static int kib(Prefix prefix) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (prefix.bytes() + KIB - 1) / KIB));
    }

    /** Whether scores are held under a key, or about to be. */
    boolean holds(Object key) {
        return held.containsKey(key);
    }

    /** The first rows' scores: those held, those another thread is about to have, or else what the filling finds. */
    Prefix atLeast(int rows, Object key, Filling filling) {
        while (true) {
            CompletableFuture<Prefix> mine = new CompletableFuture<>();
            CompletableFuture<Prefix> current = held.putIfAbsent(key, mine);
            if (current == null) {
                return lead(mine, Prefix.EMPTY, filling);
            }
            Prefix known = await(current);
            if (known.rows() >= rows && filling.accepts(known)) {
                return known;
            }
            if (held.replace(key, current, mine)) {
                return lead(mine, known, filling);
            }
        }
    }

    /** Whoever waits gets what there is even if the filling fails, and then tries for itself. */
    private static Prefix lead(CompletableFuture<Prefix> mine, Prefix known, Filling filling) {
        try {
            return filling.fill(known);
        } finally {
            mine.complete(filling.prefix());
        }
    }

    /** Waits on a copy: whoever gives up must not give up for the others. */
    private static Prefix await(CompletableFuture<Prefix> current) {
        try {
            return current.copy().get();
        } catch (InterruptedException e) {
            throw ModelException.interrupted("The evaluation was interrupted while it waited for scores.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("scores in memory are never completed with a failure", e);
        }
    }

    /** What one thread does to have more scores, or to be sure of those there are. */
    interface Filling {

        /** {@return whether scores that are held may be used as they are} */
        boolean accepts(Prefix known);

        /** {@return at least the rows wanted} */
        Prefix fill(Prefix known);

        /** {@return what was found so far, also after a failure} */
        Prefix prefix();
    }
}
