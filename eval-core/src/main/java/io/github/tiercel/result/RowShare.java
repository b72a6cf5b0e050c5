package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;

/**
 * How many of the rows have some property, and what that says of the world that they came from.
 *
 * @param count the rows that have it
 * @param rows all rows, at least 1
 * @param interval the interval for the share
 * @since 0.1
 */
public record RowShare(int count, int rows, Interval interval) {

    /** {@return the share of the rows, in [0, 1]} */
    public double share() {
        return (double) count / rows;
    }
}
