package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The model that a candidate is compared with, on the same rows unless its differences are unpaired.
 *
 * @param name the baseline's name, or the name of its score column
 * @param metrics one estimate a metric by its name
 * @since 0.1
 */
public record BaselineResult(String name, Map<String, Estimate> metrics) {

    /** Copies the map, keeping its order. */
    public BaselineResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
