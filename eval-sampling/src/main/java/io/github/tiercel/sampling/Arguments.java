package io.github.tiercel.sampling;

/** Checks of callers' values; every message says name, rule and value. */
final class Arguments {

    private Arguments() {}

    static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, got " + value);
        }
    }

    /** Requires {@code low <= value <= high}. */
    static void inRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], got " + value);
        }
    }

    /** Requires {@code 0 <= value < size}. */
    static void index(String name, int value, int size) {
        if (value < 0 || value >= size) {
            throw new IllegalArgumentException(name + " must be in [0, " + size + "), got " + value);
        }
    }

    /** Requires every one of a number of strata to have a row. */
    static void eachHasRows(String name, int[] sizes) {
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) {
                throw new IllegalArgumentException(name + " must each have a row, got none for " + i);
            }
        }
    }

    static void sameRows(String name, int rows, String otherName, int otherRows) {
        if (rows != otherRows) {
            throw new IllegalArgumentException(name + " has " + rows + " rows but " + otherName + " has " + otherRows);
        }
    }

    /** Requires every code to be an index into a list of {@code size} names. */
    static void codes(String name, int[] codes, int size) {
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < 0 || codes[row] >= size) {
                throw new IllegalArgumentException(
                        name + " must be in [0, " + size + "), got " + codes[row] + " at row " + row);
            }
        }
    }

    static void finite(String name, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException(name + " must be finite, got " + values[row] + " at row " + row);
            }
        }
    }
}
