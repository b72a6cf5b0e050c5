package io.github.tiercel.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How often the rows of each order were used, counted in memory and, where rows and model can be recognised, on disk.
 * Safe for use by several threads.
 */
final class UseCounters {

    private final Map<String, UseCounter> known = new ConcurrentHashMap<>();

    /** Of rows of which nothing is known, for as long as they are referenced. */
    private final Cache<StoredOrder<?>, UseCounter> nameless =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /** A number for each model that has no fingerprint, for as long as it is referenced. */
    private final Cache<Predictor<?>, Long> numbers =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    private final AtomicLong models = new AtomicLong();
    private final @Nullable DiskTier disk;

    UseCounters(@Nullable DiskTier disk) {
        this.disk = disk;
    }

    HoldoutUse used(StoredOrder<?> order, Predictor<?> model, String tier) {
        Optional<String> rows = order.fingerprint();
        UseCounter counter = rows.map(hex -> known.computeIfAbsent(hex, this::opened))
                .orElseGet(() -> nameless.get(order, unknown -> opened()));
        Optional<String> digest = model.fingerprint().map(KeyDigest::of);
        if (digest.isEmpty()) {
            return counter.hold(tier, "model " + numbers.get(model, unknown -> models.incrementAndGet()));
        }
        DiskTier written = disk;
        return rows.isEmpty() || written == null
                ? counter.hold(tier, digest.get())
                : counter.add(tier, digest.get(), () -> written.writeUse(rows.get(), counter));
    }

    private UseCounter opened(String order) {
        return disk == null ? opened() : new UseCounter(disk.use(order));
    }

    private static UseCounter opened() {
        return new UseCounter(UseFolder.Found.nothing(true));
    }
}
