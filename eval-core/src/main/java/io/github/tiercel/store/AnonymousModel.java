package io.github.tiercel.store;

import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import java.lang.ref.WeakReference;

/**
 * What scores of a model without a fingerprint are held under: the object itself and the order of its rows, neither of
 * which it keeps alive, and what else a score depends on.
 */
final class AnonymousModel {

    private final WeakReference<Predictor<?>> predictor;
    private final WeakReference<StoredOrder<?>> order;
    private final Outputs outputs;
    private final BatchSize batchSize;
    private final int hash;

    AnonymousModel(Predictor<?> predictor, StoredOrder<?> order, BatchSize batchSize) {
        this.predictor = new WeakReference<>(predictor);
        this.order = new WeakReference<>(order);
        this.outputs = predictor.outputs();
        this.batchSize = batchSize;
        this.hash = 31 * System.identityHashCode(predictor) + System.identityHashCode(order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnonymousModel model
                && isSame(predictor, model.predictor)
                && isSame(order, model.order)
                && outputs.equals(model.outputs)
                && batchSize.equals(model.batchSize);
    }

    /** Two models of equal content may still score differently; what is gone equals nothing. */
    private static <T> boolean isSame(WeakReference<T> one, WeakReference<T> other) {
        T object = one.get();
        return object != null && other.refersTo(object);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
