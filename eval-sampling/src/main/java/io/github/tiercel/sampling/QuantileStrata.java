package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Divides rows by ranges of a label between its quantiles. */
final class QuantileStrata {

    /** The deciles, and cuts in the tails where a few rows make most of a squared error; in thousandths. */
    private static final int[] CUTS = {10, 100, 200, 300, 400, 500, 600, 700, 800, 900, 990, 999};

    private QuantileStrata() {}

    static Strata of(double[] labels) {
        double[] cuts = cuts(labels);
        byte[] stratumOfRow = new byte[labels.length];
        int[] sizes = new int[cuts.length + 1];
        for (int row = 0; row < labels.length; row++) {
            int stratum = cutsUpTo(labels[row], cuts);
            stratumOfRow[row] = (byte) stratum;
            sizes[stratum]++;
        }
        return new Strata(stratumOfRow, list(sizes, cuts), Allocation.rootShares(sizes));
    }

    /**
     * Distinct labels above the least one, so that every range between them has a row: its lower end. Adding 0.0 makes
     * one number of the two zeros, which are equal as labels but distinct in a stream.
     */
    private static double[] cuts(double[] labels) {
        double[] sorted = labels.clone();
        Arrays.sort(sorted);
        return IntStream.of(CUTS)
                .mapToLong(thousandths -> (long) labels.length * thousandths / 1000)
                .filter(rank -> rank < labels.length)
                .mapToDouble(rank -> sorted[(int) rank] + 0.0)
                .filter(cut -> cut > sorted[0])
                .distinct()
                .toArray();
    }

    private static int cutsUpTo(double label, double[] cuts) {
        int count = 0;
        while (count < cuts.length && cuts[count] <= label) {
            count++;
        }
        return count;
    }

    private static StrataList list(int[] sizes, double[] cuts) {
        StrataList list = new StrataList();
        // A range has no rows only if there are no rows at all.
        for (int h = 0; h < sizes.length && sizes[h] > 0; h++) {
            String from = h == 0 ? "(-infinity" : "[" + cuts[h - 1];
            String to = h == cuts.length ? "infinity" : String.valueOf(cuts[h]);
            list.add(from + ", " + to + ")", h, sizes[h]);
        }
        return list;
    }
}
