package io.github.tiercel.result;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model's metrics on the rows that share one value of a column.
 *
 * @param column the column's name
 * @param value the value, as text
 * @param rows how many evaluated rows hold it
 * @param support how much evidence they hold
 * @param metrics one estimate a metric by its name
 * @param comparison one difference a metric by its name, paired unless it says otherwise; empty without a baseline, and
 *     where that was not evaluated on such a slice
 * @since 0.1
 */
public record SliceResult(
        String column,
        String value,
        int rows,
        Support support,
        Map<String, Estimate> metrics,
        Map<String, Difference> comparison) {

    /** Copies the maps, keeping their order. */
    public SliceResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        comparison = Collections.unmodifiableMap(new LinkedHashMap<>(comparison));
    }

    /** {@return how many rows of the slice have a positive label; empty for another task than binary} */
    public Optional<Integer> positives() {
        return support.unit() == Support.Unit.POSITIVES ? Optional.of(support.count()) : Optional.empty();
    }
}
