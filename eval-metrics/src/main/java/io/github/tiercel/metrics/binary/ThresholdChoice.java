package io.github.tiercel.metrics.binary;

/**
 * A threshold chosen on data, with the value it reaches on the same data. That value is optimistic: the threshold was
 * picked because it was best here.
 *
 * @param threshold an observed score; rows with at least this score are predicted positive
 * @param value what the chosen metric reaches at the threshold on the rows it was chosen on
 * @since 0.1
 */
public record ThresholdChoice(double threshold, double value) {}
