package io.github.tiercel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bins of about as many rows each, none of which parts equal numbers: {@code [12, 40)}, the last one closed. Fewer than
 * asked for where many rows have the same number.
 */
final class NumberBins {

    private final double[] starts;
    private final List<String> names;

    private NumberBins(double[] starts, List<String> names) {
        this.starts = starts;
        this.names = names;
    }

    /**
     * Takes the numbers of a column.
     *
     * @param sorted the numbers, ascending, none of them NaN
     * @param bins how many bins at most
     * @param isWhole whether they are whole numbers, and named without a point
     */
    static NumberBins of(double[] sorted, int bins, boolean isWhole) {
        double[] starts = new double[bins];
        int count = 0;
        for (int bin = 0; bin < bins && sorted.length > 0; bin++) {
            double start = sorted[(int) ((long) sorted.length * bin / bins)];
            if (count == 0 || start > starts[count - 1]) {
                starts[count++] = start;
            }
        }
        double[] distinct = Arrays.copyOf(starts, count);
        List<String> names = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            boolean isLast = bin + 1 == count;
            double end = isLast ? sorted[sorted.length - 1] : distinct[bin + 1];
            names.add("[" + text(distinct[bin], isWhole) + ", " + text(end, isWhole) + (isLast ? "]" : ")"));
        }
        return new NumberBins(distinct, names);
    }

    private static String text(double number, boolean isWhole) {
        return isWhole ? Long.toString((long) number) : Double.toString(number);
    }

    /** {@return the bin of a number of the column} */
    String name(double number) {
        int place = Arrays.binarySearch(starts, number);
        return names.get(place >= 0 ? place : -place - 2);
    }
}
