package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * The ranges of a regression label that are its strata: {@link Strata#ofQuantiles} for labels that are not held, but
 * can be gone through several times.
 *
 * <p>Cuts are the labels of rank floor(p n) for the deciles and p = .01, .99 and .999, found digit by digit of their
 * bits: six passes over the labels, and one more that counts. Takes 100 KiB, whatever the number of labels. Immutable,
 * safe for use by several threads.
 *
 * <pre>{@code
 * LabelRanges ranges = LabelRanges.of(rows, file::forEachLabel);
 * int stratum = ranges.stratification().stratum(ranges.range(0.25));
 * }</pre>
 *
 * @since 0.1
 */
public final class LabelRanges {

    /** The deciles, and cuts in the tails where a few rows make most of a squared error; in thousandths. */
    private static final int[] CUTS = {10, 100, 200, 300, 400, 500, 600, 700, 800, 900, 990, 999};

    private final double[] cuts;
    private final int[] rows;

    private LabelRanges(double[] cuts, int[] rows) {
        this.cuts = cuts;
        this.rows = rows;
    }

    /**
     * Finds the ranges of labels.
     *
     * @param rows how many labels there are, not negative
     * @param labels hands each label, a finite number, to a consumer; called seven times, each time with the same
     *     labels, in any order
     * @return the ranges, at most 13
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static LabelRanges of(int rows, Consumer<DoubleConsumer> labels) {
        Arguments.notNegative("rows", rows);
        double[] cuts = cuts(rows, labels);
        LabelRanges ranges = new LabelRanges(cuts, new int[cuts.length + 1]);
        labels.accept(label -> ranges.rows[ranges.range(label)]++);
        return ranges;
    }

    /**
     * Distinct labels above the least one, so that every range between them has a row: its lower end. Adding 0.0 makes
     * one number of the two zeros, which are equal as labels but distinct in a stream.
     */
    private static double[] cuts(int rows, Consumer<DoubleConsumer> labels) {
        int[] ranks = IntStream.concat(IntStream.of(0), IntStream.of(CUTS))
                .map(thousandths -> (int) ((long) rows * thousandths / 1000))
                .filter(rank -> rank < rows)
                .toArray();
        double[] ordered = OrderStatistics.of(labels, ranks);
        return Arrays.stream(ordered)
                .map(cut -> cut + 0.0)
                .filter(cut -> cut > ordered[0])
                .distinct()
                .toArray();
    }

    /**
     * {@return the number of the range that a label falls into, from 0: how many cuts are at most the label}
     *
     * @param label a finite number
     */
    public int range(double label) {
        int count = 0;
        while (count < cuts.length && cuts[count] <= label) {
            count++;
        }
        return count;
    }

    /** {@return the ranges as strata; their kinds of row are the ranges} */
    public Stratification stratification() {
        int kinds = (int) Arrays.stream(rows).filter(count -> count > 0).count();
        byte[] stratumOfRange = new byte[kinds];
        for (int range = 0; range < kinds; range++) {
            stratumOfRange[range] = (byte) range;
        }
        return new Stratification(strata(stratumOfRange));
    }

    /** Divides the labels themselves, where they are held. */
    Strata strata(double[] labels) {
        byte[] stratumOfRow = new byte[labels.length];
        for (int row = 0; row < labels.length; row++) {
            stratumOfRow[row] = (byte) range(labels[row]);
        }
        return strata(stratumOfRow);
    }

    private Strata strata(byte[] strata) {
        return new Strata(strata, list(), Allocation.rootShares(rows));
    }

    private StrataList list() {
        StrataList list = new StrataList();
        // A range has no rows only if there are no rows at all.
        for (int h = 0; h < rows.length && rows[h] > 0; h++) {
            String from = h == 0 ? "(-infinity" : "[" + cuts[h - 1];
            String to = h == cuts.length ? "infinity" : String.valueOf(cuts[h]);
            list.add(from + ", " + to + ")", h, rows[h]);
        }
        return list;
    }
}
