package io.github.tiercel.store;

import io.github.tiercel.sampling.Strata;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers orders for as long as the store is referenced. Safe for use by several threads. */
final class HeldOrders implements Orders {

    private final Map<String, Strata> held = new ConcurrentHashMap<>();

    @Override
    public Strata firstOf(String source, Strata own) {
        return held.computeIfAbsent(source, unknown -> own);
    }
}
