package io.github.tiercel.store;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells whoever wants to know; what they throw must not end an evaluation, or a thread of the store. */
record Events(Optional<String> key, Consumer<StoreEvent> listener) {

    private static final Logger LOGGER = System.getLogger(PredictionStore.class.getName());

    void tell(StoreEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOGGER.log(Logger.Level.WARNING, "A listener failed at " + event, e);
        }
    }
}
