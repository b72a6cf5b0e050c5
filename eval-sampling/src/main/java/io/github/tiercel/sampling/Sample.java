package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A prefix of a {@link RowOrder}: which rows were drawn, and how many rows of the full set each stands for.
 *
 * <p>The unit that was drawn is the row or, from a {@link GroupedOrder}, the group; n_h and N_h count these units. The
 * weight of a row is N_h / n_h of its stratum (Horvitz and Thompson 1952, doi:10.1080/01621459.1952.10483446), for
 * every row of a group the group's: the sum of weight times value estimates the sum over the full set. For rows drawn
 * one by one it is unbiased, and the weights sum to the number of rows. For groups the weights of the groups sum to the
 * number of groups, those of the rows to about the number of rows only; and since large groups fit less often at the
 * end of a prefix, sums are biased by the order of one group. In a full sample every weight is exactly 1.0.
 *
 * <p>Row arrays are indexed by position i = 0, ..., size - 1, not by source row. Memory is 5 bytes a row, 9 if drawn in
 * groups. Immutable (returned arrays are copies), safe for use by several threads.
 *
 * <pre>{@code
 * double sum = 0;
 * for (int i = 0; i < sample.size(); i++) {
 *   sum += sample.weight(i) * loss[sample.row(i)];
 * }
 * double meanLoss = sum / sample.fullRows();
 * }</pre>
 *
 * @since 0.1
 */
public final class Sample {

    private final int[] rows;
    private final byte[] stratumOfRow;
    private final int @Nullable [] groupOfRow;
    private final int[] sampledSizes;
    private final int[] stratumSizes;
    private final int fullRows;
    private final double[] weightOfStratum;

    private Sample(
            int[] rows,
            byte[] stratumOfRow,
            int @Nullable [] groupOfRow,
            int[] sampledSizes,
            int[] stratumSizes,
            int fullRows) {
        this.rows = rows;
        this.stratumOfRow = stratumOfRow;
        this.groupOfRow = groupOfRow;
        this.sampledSizes = sampledSizes;
        this.stratumSizes = stratumSizes;
        this.fullRows = fullRows;
        this.weightOfStratum = new double[stratumSizes.length];
        Arrays.setAll(weightOfStratum, h -> (double) stratumSizes[h] / sampledSizes[h]);
    }

    /** A sample of single rows; takes the arrays over. */
    static Sample ofRows(int[] rows, Strata strata, int[] sampledSizes) {
        byte[] stratumOfRow = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            stratumOfRow[i] = (byte) strata.stratum(rows[i]);
        }
        return new Sample(rows, stratumOfRow, null, sampledSizes, strata.sizes(), strata.rows());
    }

    /** A sample of whole groups: group g is the g-th of a sample of groups; takes the arrays over. */
    static Sample ofGroups(int[] rows, int[] groupOfRow, Sample groups, int fullRows) {
        byte[] stratumOfRow = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            stratumOfRow[i] = groups.stratumOfRow[groupOfRow[i]];
        }
        return new Sample(rows, stratumOfRow, groupOfRow, groups.sampledSizes, groups.stratumSizes, fullRows);
    }

    /** {@return the number of rows in the sample} */
    public int size() {
        return rows.length;
    }

    /** {@return the number of rows of the full set, at least {@link #size()}} */
    public int fullRows() {
        return fullRows;
    }

    /** {@return whether the sample is the full set, so that all weights are 1.0 and nothing is left to chance} */
    public boolean isFull() {
        return rows.length == fullRows;
    }

    /** {@return the number of strata, in [0, 256]} */
    public int strata() {
        return stratumSizes.length;
    }

    /**
     * Returns the number of groups that were drawn; for rows drawn one by one, each its own group, {@link #size()}.
     * Below 30 groups, intervals from the sample mean little and should be left undefined.
     *
     * @return a count in [0, {@link #size()}]
     */
    public int groups() {
        return groupOfRow == null ? rows.length : IntStream.of(sampledSizes).sum();
    }

    /**
     * Returns the source row at a position of the sample.
     *
     * @param i in [0, {@link #size()})
     * @return a row of the full set, in [0, {@link #fullRows()})
     * @throws IllegalArgumentException if {@code i} is out of range
     */
    public int row(int i) {
        return rows[position(i)];
    }

    /**
     * Returns how many rows of the full set the row at a position stands for.
     *
     * @param i in [0, {@link #size()})
     * @return N_h / n_h of its stratum, at least 1
     * @throws IllegalArgumentException if {@code i} is out of range
     */
    public double weight(int i) {
        return weightOfStratum[stratum(i)];
    }

    /**
     * Returns the stratum of the row at a position, or of its group.
     *
     * @param i in [0, {@link #size()})
     * @return a stratum in [0, {@link #strata()})
     * @throws IllegalArgumentException if {@code i} is out of range
     */
    public int stratum(int i) {
        return Byte.toUnsignedInt(stratumOfRow[position(i)]);
    }

    /**
     * Returns the group of the row at a position, numbered 0, 1, ... in the order in which groups were drawn.
     *
     * @param i in [0, {@link #size()})
     * @return a group in [0, {@link #groups()}); {@code i} itself for rows drawn one by one
     * @throws IllegalArgumentException if {@code i} is out of range
     */
    public int group(int i) {
        int position = position(i);
        return groupOfRow == null ? position : groupOfRow[position];
    }

    /** {@return a new array of the source rows by position} */
    public int[] rows() {
        return rows.clone();
    }

    /** {@return a new array of the weights by position} */
    public double[] weights() {
        double[] weights = new double[rows.length];
        Arrays.setAll(weights, this::weight);
        return weights;
    }

    /** {@return a new array of the strata by position} */
    public int[] stratumOfRows() {
        int[] strata = new int[rows.length];
        Arrays.setAll(strata, this::stratum);
        return strata;
    }

    /** {@return a new array of the groups by position} */
    public int[] groupOfRows() {
        int[] groups = new int[rows.length];
        Arrays.setAll(groups, this::group);
        return groups;
    }

    /** {@return a new array of n_h by stratum: rows, or groups, in the sample} */
    public int[] sampledSizes() {
        return sampledSizes.clone();
    }

    /** {@return a new array of N_h by stratum: rows, or groups, in the full set} */
    public int[] stratumSizes() {
        return stratumSizes.clone();
    }

    @Override
    public String toString() {
        return "Sample[" + size() + " of " + fullRows + " rows, " + groups() + " groups, " + strata() + " strata]";
    }

    private int position(int i) {
        Arguments.index("i", i, rows.length);
        return i;
    }
}
