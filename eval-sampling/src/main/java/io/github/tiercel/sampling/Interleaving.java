package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How strata take turns: every stratum owns one slot per row, slot j of stratum h has the key q = 0 for its first two
 * slots and q = (j + 0.5) / weight after that, and slots come ascending by (q, j, h).
 *
 * <p>This is Sainte-Lague (Webster) apportionment with two rows guaranteed per stratum. It knows sizes and weights
 * only, never rows, so the make-up of a prefix is found without reading any.
 */
final class Interleaving {

    /** Rows of each stratum that come before all proportional ones: two, the least that has a variance. */
    static final int LEAST_ROWS = 2;

    private final int[] sizes;
    private final double[] weights;

    Interleaving(int[] sizes, double[] weights) {
        this.sizes = sizes;
        this.weights = weights;
    }

    int strata() {
        return sizes.length;
    }

    int size(int stratum) {
        return sizes[stratum];
    }

    double slot(int stratum, int j) {
        return j < LEAST_ROWS ? 0.0 : (j + 0.5) / weights[stratum];
    }

    /** Returns the slots of the strata's first rows: the smallest prefix that can be weighted to all rows. */
    int smallestSample() {
        return Arrays.stream(sizes).map(size -> Math.min(size, LEAST_ROWS)).sum();
    }

    /**
     * Returns how many of the first {@code m} slots belong to each stratum. O(strata * log(slots)) time with a factor
     * of 63 for the bisection over the bits of q.
     */
    int[] prefixSizes(int m) {
        double last = smallestKeyReaching(m);
        int[] taken = slotsBelow(last);
        for (int left = m - IntStream.of(taken).sum(); left > 0; left--) {
            taken[nextAt(last, taken)]++;
        }
        return taken;
    }

    /** Finds the key of slot {@code m}: doubles that are not negative are ordered as their bits are. */
    private double smallestKeyReaching(int m) {
        long low = 0;
        long high = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (slotsUpTo(Double.longBitsToDouble(middle)) >= m) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Double.longBitsToDouble(low);
    }

    private long slotsUpTo(double key) {
        long total = 0;
        for (int h = 0; h < sizes.length; h++) {
            total += slotsUpTo(h, key);
        }
        return total;
    }

    private int[] slotsBelow(double key) {
        int[] below = new int[sizes.length];
        if (key > 0) {
            double previous = Math.nextDown(key);
            Arrays.setAll(below, h -> slotsUpTo(h, previous));
        }
        return below;
    }

    /** Counts the slots of one stratum with q at most {@code key}, by bisection: q never decreases with j. */
    private int slotsUpTo(int stratum, double key) {
        int low = Math.min(sizes[stratum], LEAST_ROWS);
        int high = sizes[stratum];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slot(stratum, middle) <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the stratum whose next slot has this key and comes first by (j, h). */
    private int nextAt(double key, int[] taken) {
        int first = -1;
        for (int h = 0; h < sizes.length; h++) {
            boolean tied = taken[h] < sizes[h] && slot(h, taken[h]) <= key;
            if (tied && (first < 0 || taken[h] < taken[first])) {
                first = h;
            }
        }
        return first;
    }
}
