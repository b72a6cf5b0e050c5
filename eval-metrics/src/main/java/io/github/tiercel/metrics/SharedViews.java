package io.github.tiercel.metrics;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What several metrics make of one set of predictions: made on first use, kept while memory lasts. */
final class SharedViews {

    private final Map<SharedView<?, ?>, SoftReference<?>> kept = new ConcurrentHashMap<>();

    <P extends Predictions, V> V get(SharedView<P, V> view, P predictions) {
        SoftReference<?> reference = kept.get(view);
        // What is kept under a view was made by it.
        @SuppressWarnings("unchecked")
        V known = reference == null ? null : (V) reference.get();
        // Racing threads may make it twice; both make the same immutable view, so no lock is needed.
        return known == null ? keep(view, view.of(predictions)) : known;
    }

    private <V> V keep(SharedView<?, V> view, V made) {
        kept.put(view, new SoftReference<>(made));
        return made;
    }
}
