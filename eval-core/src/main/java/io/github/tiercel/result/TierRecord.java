package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one tier found at the end of an epoch, without what only a report of one model needs.
 *
 * @param rows the rows evaluated
 * @param metrics one estimate a metric by its name
 * @param time where the time went, and how many rows were inferred and reused
 * @since 0.1
 */
public record TierRecord(int rows, Map<String, Estimate> metrics, TimeBreakdown time) {

    /** Copies the map, keeping its order. */
    public TierRecord {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
