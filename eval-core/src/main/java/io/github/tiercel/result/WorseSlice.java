package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;

/**
 * A slice that a search found.
 *
 * @param column the column, or two columns joined by {@code " & "}
 * @param value the value, or the pair of values
 * @param rows how many evaluated rows hold it
 * @param support how much evidence they hold
 * @param metricValue the model's metric on the slice
 * @param reference what it was held against: the metric on the rest of the rows, or the baseline's on the slice
 * @param interval the simultaneous interval of the difference, {@code metricValue - reference}: widened by Bonferroni's
 *     rule, so that the intervals of all slices searched hold together at its level
 * @param adjustedP the one-sided p-value of "not worse", adjusted by Holm's method over all slices searched
 * @since 0.1
 */
public record WorseSlice(
        String column,
        String value,
        int rows,
        Support support,
        double metricValue,
        double reference,
        Interval interval,
        double adjustedP) {

    /** {@return the drop, {@code metricValue - reference}: below 0 where higher is better} */
    public double difference() {
        return metricValue - reference;
    }
}
