package io.github.tiercel.result;

/**
 * How many rows of either set have values of one kind.
 *
 * @param values a value, a range of numbers, {@code "(others)"} for the rare categories of the reference together, or
 *     {@code "(unseen)"} for those that it has not
 * @param reference rows of the reference
 * @param data rows of the data
 * @since 0.1
 */
public record SkewBin(String values, int reference, int data) {}
