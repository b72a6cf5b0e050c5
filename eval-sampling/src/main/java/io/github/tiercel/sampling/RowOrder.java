package io.github.tiercel.sampling;

/**
 * An order of the rows of an evaluation set in which every long enough prefix is a sample of the whole.
 *
 * <p>Prefixes nest: the rows of a small sample are the first rows of every larger one, so whatever was computed for
 * them is computed once. Orders are immutable and safe for use by several threads.
 *
 * <p>Two kinds exist: {@link StratifiedOrder} draws single rows, {@link GroupedOrder} whole groups of rows.
 *
 * <pre>{@code
 * Sample sample = order.sample(Math.max(SampleSize.fast(order.size()), order.smallestSample()));
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface RowOrder permits StratifiedOrder, GroupedOrder {

    /** {@return the number of rows of the full set, 0 or more} */
    int size();

    /**
     * Returns the source row at a position of this order. O(1).
     *
     * @param position in [0, {@link #size()})
     * @return the source row, in [0, {@link #size()})
     * @throws IllegalArgumentException if {@code position} is out of range
     */
    int row(int position);

    /**
     * Returns the source rows of the largest prefix of at most {@code m} rows: {@code m} rows, or as many whole groups
     * as fit. O(m).
     *
     * @param m in [0, {@link #size()}]
     * @return a new array of source rows in the order of positions
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    int[] rows(int m);

    /**
     * Returns n_h(m): how many rows (or groups) of each stratum are among the largest prefix of at most {@code m} rows.
     * Found from sizes alone, in O(strata * log n): what a sample of any size will consist of is known before it is
     * drawn.
     *
     * @param m in [0, {@link #size()}]
     * @return a new array, one count per stratum
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    int[] sampledSizes(int m);

    /**
     * {@return the least number of rows that a sample needs: two rows (or groups) of each stratum, or the whole stratum
     * if it has fewer, in [0, {@link #size()}]}
     */
    int smallestSample();

    /**
     * Returns the largest sample of at most {@code m} rows. O(m) time and memory.
     *
     * @param m in [{@link #smallestSample()}, {@link #size()}]
     * @return the prefix with its weights; it has exactly {@code m} rows unless rows are drawn in groups
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    Sample sample(int m);
}
