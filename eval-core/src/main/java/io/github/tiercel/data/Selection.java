package io.github.tiercel.data;

/** Some rows of arrays of numbers. */
final class Selection {

    private Selection() {}

    static double[] of(double[] values, int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }

    static long[] of(long[] values, int[] rows) {
        long[] some = new long[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }
}
