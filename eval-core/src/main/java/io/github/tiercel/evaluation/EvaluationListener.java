package io.github.tiercel.evaluation;

import io.github.tiercel.store.StoreEvent;

/**
 * Is told what happens during evaluations, for logs and counters. What it throws is logged and harms nothing.
 *
 * <p>Called on the thread that evaluates, and for what is written or deleted in the background on a thread of the
 * store; has to be safe for use by several threads, and quick.
 *
 * <pre>{@code
 * Evaluator.of(set).features(features).store(store).listener(event -> log.info(event.toString())).build();
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EvaluationListener {

    /**
     * Called when the store found scores, did not, checked some, or lost some.
     *
     * @param event what happened
     */
    void onStoreEvent(StoreEvent event);
}
