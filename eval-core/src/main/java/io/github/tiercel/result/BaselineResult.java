package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model that a candidate is compared with, on the same rows unless its differences are unpaired.
 *
 * @param name the baseline's name, or the name of its score column
 * @param metrics one estimate a metric by its name
 * @param serving how the model behaves in service; empty unless that was measured
 * @since 0.1
 */
public record BaselineResult(String name, Map<String, Estimate> metrics, Optional<ServingProfile> serving) {

    /** Copies the map, keeping its order. */
    public BaselineResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * A baseline that was not measured in service.
     *
     * @param name the baseline's name
     * @param metrics one estimate a metric by its name
     */
    public BaselineResult(String name, Map<String, Estimate> metrics) {
        this(name, metrics, Optional.empty());
    }
}
