package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.function.Function;

/**
 * An order of whole groups of rows: the rows of a query or of a user, which are never parted.
 *
 * <p>Groups are put into the order that {@link StratifiedOrder} gives single rows, keyed by their group key; the rows
 * of a group follow one another, ascending by source row. A sample of m rows is the largest prefix of whole groups that
 * fits; with M_h the groups of stratum h and m_h those in the sample, every row of a sampled group weighs M_h / m_h.
 *
 * <p>Two designs: {@link #of} draws groups by hash alone, for metrics that are means over groups, as over the queries
 * of a ranking; {@link #ofClusters} is for metrics over rows that come in clusters, as by user, where few large groups
 * hold most rows: strata are the powers of two of the group size, and a group is drawn at a rate proportional to the
 * square root of the mean size in its stratum.
 *
 * <p>The order of groups depends on group keys, group sizes and the seed only, not on the order of the source. A sample
 * with fewer than 30 groups ({@link Sample#groups()}) does not support intervals.
 *
 * <p>Building takes O(n log n) time and at most 8 bytes a row and 40 bytes a group beside the argument; 4 bytes a row
 * and 9 a group are kept. Immutable, safe for use by several threads.
 *
 * <p>Source: cluster sampling with Horvitz-Thompson weights, doi:10.1080/01621459.1952.10483446; Cochran, Sampling
 * Techniques, 3rd edition 1977, chapters 9 and 9A.
 *
 * <pre>{@code
 * GroupedOrder order = GroupedOrder.of(queryKeyOfRow, 42);
 * Sample sample = order.sample(Math.max(10_000, order.smallestSample()));
 * }</pre>
 *
 * @since 0.1
 */
public final class GroupedOrder implements RowOrder {

    private final StratifiedOrder groupOrder;
    private final int[] rows;
    /** Position after the last row of each group, by the group's place in the order: strictly ascending. */
    private final int[] ends;

    private GroupedOrder(StratifiedOrder groupOrder, int[] rowsOfGroup, int[] groupOfRow) {
        this.groupOrder = groupOrder;
        this.ends = ends(groupOrder, rowsOfGroup);
        this.rows = rowsInOrder(groupOrder, rowsOfGroup, groupOfRow);
    }

    /**
     * Orders groups by a hash of their keys: a simple random sample of groups.
     *
     * @param groupKeyOfRow the key of each row's group (see {@link RowKey}), rows of one group anywhere; not kept
     * @param seed any number; the order's own seed is derived from it
     * @return the order
     */
    public static GroupedOrder of(long[] groupKeyOfRow, long seed) {
        return of(groupKeyOfRow, seed, rowsOfGroup -> Strata.single(rowsOfGroup.length));
    }

    /**
     * Orders groups by a hash of their keys within strata of group size, large groups drawn more often.
     *
     * @param groupKeyOfRow the key of each row's group (see {@link RowKey}), rows of one group anywhere; not kept
     * @param seed any number; the order's own seed is derived from it
     * @return the order
     */
    public static GroupedOrder ofClusters(long[] groupKeyOfRow, long seed) {
        return of(groupKeyOfRow, seed, ClusterStrata::of);
    }

    private static GroupedOrder of(long[] groupKeyOfRow, long seed, Function<int[], Strata> division) {
        DistinctKeys groups = new DistinctKeys(groupKeyOfRow);
        int[] groupOfRow = groups.numbers(groupKeyOfRow);
        int[] rowsOfGroup = RareMerge.counts(groupOfRow, groups.count());
        StratifiedOrder order = StratifiedOrder.of(groups.keys(), division.apply(rowsOfGroup), seed);
        return new GroupedOrder(order, rowsOfGroup, groupOfRow);
    }

    private static int[] ends(StratifiedOrder groupOrder, int[] rowsOfGroup) {
        int[] ends = new int[rowsOfGroup.length];
        int end = 0;
        for (int place = 0; place < ends.length; place++) {
            end += rowsOfGroup[groupOrder.row(place)];
            ends[place] = end;
        }
        return ends;
    }

    private static int[] rowsInOrder(StratifiedOrder groupOrder, int[] rowsOfGroup, int[] groupOfRow) {
        int[] next = new int[rowsOfGroup.length];
        int start = 0;
        for (int place = 0; place < next.length; place++) {
            int group = groupOrder.row(place);
            next[group] = start;
            start += rowsOfGroup[group];
        }
        int[] rows = new int[groupOfRow.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[groupOfRow[row]]++] = row;
        }
        return rows;
    }

    @Override
    public int size() {
        return rows.length;
    }

    /** {@return the number of groups, in [0, {@link #size()}]} */
    public int groups() {
        return ends.length;
    }

    /**
     * {@return the strata of the groups; group g, counted from 0, is that of the g-th distinct key, ascending as a
     * signed number}
     */
    public Strata groupStrata() {
        return groupOrder.strata();
    }

    @Override
    public int row(int position) {
        Arguments.index("position", position, rows.length);
        return rows[position];
    }

    /**
     * Returns how many whole groups fit into the first {@code m} rows. O(log groups).
     *
     * @param m in [0, {@link #size()}]
     * @return a count in [0, {@link #groups()}]
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    public int groups(int m) {
        Arguments.inRange("m", m, 0, rows.length);
        int found = Arrays.binarySearch(ends, m);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * Returns the source rows of as many whole groups as fit into {@code m} rows. O(m).
     *
     * @param m in [0, {@link #size()}]
     * @return a new array of at most {@code m} source rows, group after group
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    @Override
    public int[] rows(int m) {
        return Arrays.copyOf(rows, rowsOf(groups(m)));
    }

    @Override
    public int[] sampledSizes(int m) {
        return groupOrder.sampledSizes(groups(m));
    }

    @Override
    public int smallestSample() {
        return rowsOf(groupOrder.smallestSample());
    }

    /**
     * Returns as many whole groups as fit into {@code m} rows, as a sample. O(m) time and memory.
     *
     * @param m in [{@link #smallestSample()}, {@link #size()}]
     * @return a sample of at most {@code m} rows whose sizes n_h and N_h count groups
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    @Override
    public Sample sample(int m) {
        Arguments.inRange("m", m, smallestSample(), rows.length);
        int groups = groups(m);
        int[] groupOfRow = new int[rowsOf(groups)];
        for (int place = 0; place < groups; place++) {
            Arrays.fill(groupOfRow, rowsOf(place), ends[place], place);
        }
        return Sample.ofGroups(rows(m), groupOfRow, groupOrder.sample(groups), rows.length);
    }

    /** Returns the rows of the first groups. */
    private int rowsOf(int groups) {
        return groups == 0 ? 0 : ends[groups - 1];
    }
}
