package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One class against the rest.
 *
 * @param name the name of the class
 * @param rows how many evaluated rows are of the class
 * @param metrics precision, recall and f1 of the class, by these names
 * @since 0.1
 */
public record ClassResult(String name, int rows, Map<String, Estimate> metrics) {

    /** Copies the map, keeping its order. */
    public ClassResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
