package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The threshold with the largest F1 on the evaluated rows. Chosen and measured on the same rows, its value is
 * optimistic; the cross-fitted one is measured on rows that had no part in the choice.
 *
 * @param threshold an observed score; rows with at least this score are predicted positive
 * @param value the F1 it reaches on the rows it was chosen on
 * @param crossFitted the F1 of choices on four fifths of the rows, measured on the last fifth; empty for a sample, and
 *     where some four fifths hold no positive row
 * @param interval for the value, from a bootstrap that chooses again in each replicate; empty without a bootstrap
 * @since 0.1
 */
public record BestThreshold(double threshold, double value, OptionalDouble crossFitted, Optional<Interval> interval) {}
