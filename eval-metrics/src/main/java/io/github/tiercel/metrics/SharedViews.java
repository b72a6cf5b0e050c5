package io.github.tiercel.metrics;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What several metrics make of one set of predictions: made on first use, kept while memory lasts. */
final class SharedViews {

    private final Map<Class<?>, SoftReference<?>> kept = new ConcurrentHashMap<>();

    <V> V get(Class<V> type, Supplier<V> make) {
        SoftReference<?> reference = kept.get(type);
        V known = reference == null ? null : type.cast(reference.get());
        // Racing threads may make it twice; both make the same immutable view, so no lock is needed.
        return known == null ? keep(type, make.get()) : known;
    }

    private <V> V keep(Class<V> type, V view) {
        kept.put(type, new SoftReference<>(view));
        return view;
    }
}
