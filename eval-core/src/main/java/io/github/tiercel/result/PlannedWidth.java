package io.github.tiercel.result;

/**
 * How closely a metric would be known from a number of rows.
 *
 * @param rows the size of the sample, or all rows
 * @param fullSet planned half-width of the interval for the value on all rows; 0 for all rows, infinite where the
 *     sample would be too small for an interval
 * @param population planned half-width of the interval for the value on the world that the rows came from
 * @since 0.1
 */
public record PlannedWidth(int rows, double fullSet, double population) {}
