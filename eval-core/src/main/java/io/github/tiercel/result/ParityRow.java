package io.github.tiercel.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row whose scores differ, with what the models read of it.
 *
 * @param row its number in the reference, from 1
 * @param key its id as text; empty where rows go by their place
 * @param reference the reference's score, one an output
 * @param served the served score, one an output
 * @param gap the largest absolute difference of these
 * @param flipped whether the decision is another one; false where there are none
 * @param features its values as text by name, as the reference has them; a missing one is the empty text
 * @param servedFeatures those that the served side has otherwise, by name
 * @since 0.1
 */
public record ParityRow(
        int row,
        Optional<String> key,
        List<Double> reference,
        List<Double> served,
        double gap,
        boolean flipped,
        Map<String, String> features,
        Map<String, String> servedFeatures) {

    /** Copies the collections, keeping their order. */
    public ParityRow {
        reference = List.copyOf(reference);
        served = List.copyOf(served);
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        servedFeatures = Collections.unmodifiableMap(new LinkedHashMap<>(servedFeatures));
    }
}
