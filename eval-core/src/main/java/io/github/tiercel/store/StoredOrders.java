package io.github.tiercel.store;

import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Remembers orders on disk. Where the disk fails, or is only read, they are remembered in memory: what is inferred is
 * then good for this process. Safe for use by several threads.
 */
final class StoredOrders implements Orders {

    private final FrozenOrders frozen;
    private final Consumer<IOException> failures;
    private final HeldOrders held = new HeldOrders();

    StoredOrders(FrozenOrders frozen, Consumer<IOException> failures) {
        this.frozen = frozen;
        this.failures = failures;
    }

    @Override
    public Strata firstOf(String source, Strata own) {
        try {
            return frozen.isReadOnly()
                    ? frozen.find(source).orElseGet(() -> held.firstOf(source, own))
                    : frozen.freeze(source, own);
        } catch (IOException e) {
            failures.accept(e);
            return held.firstOf(source, own);
        }
    }
}
