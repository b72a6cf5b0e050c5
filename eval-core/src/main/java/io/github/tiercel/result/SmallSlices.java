package io.github.tiercel.result;

/**
 * Slices by one column that a result does not list, for the few rows that they hold.
 *
 * @param column the column's name
 * @param slices how many slices are left out
 * @param of how many slices by the column there are, those included
 * @param rows how many evaluated rows the slices that are left out hold together
 * @param fewest how many rows a slice had to hold to be listed
 * @since 0.1
 */
public record SmallSlices(String column, int slices, int of, int rows, int fewest) {}
