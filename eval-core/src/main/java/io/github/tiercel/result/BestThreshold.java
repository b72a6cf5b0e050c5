package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;

/**
 * The threshold with the largest F1 on the evaluated rows. Chosen and measured on the same rows, its value is
 * optimistic.
 *
 * @param threshold an observed score; rows with at least this score are predicted positive
 * @param value the F1 it reaches on the rows it was chosen on
 * @param interval for the value, from a bootstrap that chooses again in each replicate; empty without a bootstrap
 * @since 0.1
 */
public record BestThreshold(double threshold, double value, Optional<Interval> interval) {}
