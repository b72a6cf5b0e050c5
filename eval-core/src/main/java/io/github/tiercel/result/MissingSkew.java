package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;

/**
 * How often a column has no value.
 *
 * @param reference rows of the reference without a value
 * @param data rows of the data without one
 * @param difference the share of the data less that of the reference
 * @param interval the interval for the difference
 * @param test of "no difference"; empty where no value is missing on either side
 * @since 0.1
 */
public record MissingSkew(int reference, int data, double difference, Interval interval, Optional<SkewTest> test) {}
