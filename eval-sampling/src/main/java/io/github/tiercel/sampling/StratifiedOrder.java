package io.github.tiercel.sampling;

import java.util.Arrays;

/**
 * The stratified order: one permutation of the rows of which every prefix is a stratified random sample.
 *
 * <p>Within a stratum rows come ascending by a 64-bit hash of their key and the seed (unsigned; rows with equal keys by
 * source position). Strata then take turns: row j = 0, 1, ... of stratum h has the slot q = 0 if j &lt; 2 and q = (j +
 * 0.5) / w_h otherwise, w_h the weight of the stratum, and rows come ascending by (q, j, h). So each stratum gives its
 * first two rows, then its share of every prefix as nearly as whole rows allow, until it is exhausted; the rest stay in
 * proportion.
 *
 * <p>With N_h the rows of stratum h and n_h(m) those among the first m, a row's weight in the sample of m rows is N_h /
 * n_h(m) (Horvitz and Thompson). The weights sum to the number of rows, and are exactly 1 in the full set.
 *
 * <p>The order depends on (row key, stratum) pairs and the seed: given distinct keys, the order of the source plays no
 * part, and rows that are added keep the others of their stratum in the same relative order. Equal arguments give equal
 * bits on every machine and version of Java.
 *
 * <p>Building takes O(n log n) time and, unless many keys are equal, 8.5 bytes a row beside the arguments, of fewer
 * rows than eight million 8 MiB more; 4 bytes a row, and the strata, are kept. Immutable, safe for use by several
 * threads.
 *
 * <p>Sources: Sainte-Lague 1910 (apportionment by odd divisors, also Webster's method); Cochran, Sampling Techniques,
 * 3rd edition 1977, chapter 5; Horvitz and Thompson 1952, doi:10.1080/01621459.1952.10483446.
 *
 * <pre>{@code
 * Strata strata = Strata.ofClasses(classOfRow, List.of("ham", "spam"));
 * StratifiedOrder order = StratifiedOrder.of(rowKeys, strata, 42);
 * Sample fast = order.sample(SampleSize.fast(order.size()));
 * }</pre>
 *
 * @since 0.1
 */
public final class StratifiedOrder implements RowOrder {

    private final Strata strata;
    private final Interleaving interleaving;
    private final int[] rows;

    private StratifiedOrder(Strata strata, Interleaving interleaving, int[] rows) {
        this.strata = strata;
        this.interleaving = interleaving;
        this.rows = rows;
    }

    /**
     * Orders rows by their keys, strata and a seed.
     *
     * @param rowKeys one key per row, read as unsigned 64-bit numbers (see {@link RowKey}); not kept. Equal keys are
     *     allowed and tied by position; a set whose keys should be identifiers is checked by its owner
     * @param strata the strata of the same rows
     * @param seed any number; the order's own seed is derived from it, so that the same number can safely seed a
     *     bootstrap as well
     * @return the order
     * @throws IllegalArgumentException if {@code rowKeys} and {@code strata} differ in their number of rows
     */
    public static StratifiedOrder of(long[] rowKeys, Strata strata, long seed) {
        Arguments.sameRows("rowKeys", rowKeys.length, "strata", strata.rows());
        return ofOrderSeed(rowKeys, strata, SplitMix.orderSeed(seed));
    }

    /** Orders rows by the derived seed itself. */
    static StratifiedOrder ofOrderSeed(long[] rowKeys, Strata strata, long orderSeed) {
        Interleaving interleaving = strata.interleaving();
        int[] grouped = PrioritySort.rows(rowKeys, strata.ofRows(), strata.count(), orderSeed);
        return new StratifiedOrder(strata, interleaving, interleaved(grouped, strata, interleaving));
    }

    private static int[] interleaved(int[] rowsByStratum, Strata strata, Interleaving interleaving) {
        int[] next = strata.starts();
        int[] rows = new int[rowsByStratum.length];
        SlotQueue queue = new SlotQueue(interleaving);
        for (int position = 0; position < rows.length; position++) {
            rows[position] = rowsByStratum[next[queue.next()]++];
        }
        return rows;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int row(int position) {
        Arguments.index("position", position, rows.length);
        return rows[position];
    }

    /**
     * Returns the source rows of the first {@code m} positions. O(m).
     *
     * @param m in [0, {@link #size()}]
     * @return a new array of {@code m} source rows in the order of positions
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    @Override
    public int[] rows(int m) {
        requirePrefix(m);
        return Arrays.copyOf(rows, m);
    }

    /** {@return the strata by which the rows were ordered} */
    public Strata strata() {
        return strata;
    }

    /**
     * Returns n_h(m): how many of the first {@code m} rows belong to each stratum. Found from the stratum sizes alone,
     * in O(strata * log n).
     *
     * @param m in [0, {@link #size()}]
     * @return a new array, one count per stratum, summing to {@code m}
     * @throws IllegalArgumentException if {@code m} is out of range
     */
    @Override
    public int[] sampledSizes(int m) {
        requirePrefix(m);
        return interleaving.prefixSizes(m);
    }

    /**
     * Returns N_h / n_h(m): how many rows of the full set each row of a stratum stands for among the first {@code m}.
     *
     * @param stratum in [0, {@code strata().count()})
     * @param m in [0, {@link #size()}]
     * @return a weight of at least 1, exactly 1.0 once the stratum is whole
     * @throws IllegalArgumentException if an argument is out of range, or the stratum has no row among the first
     *     {@code m}
     */
    public double weight(int stratum, int m) {
        Arguments.index("stratum", stratum, strata.count());
        int sampled = sampledSizes(m)[stratum];
        if (sampled == 0) {
            throw new IllegalArgumentException(
                    "stratum must have a row among the first m, got stratum " + stratum + " and m " + m);
        }
        return (double) strata.size(stratum) / sampled;
    }

    @Override
    public int smallestSample() {
        return interleaving.smallestSample();
    }

    /**
     * Returns the first {@code m} rows as a sample. O(m) time and memory.
     *
     * @param m in [{@link #smallestSample()}, {@link #size()}]
     * @return a sample of exactly {@code m} rows
     * @throws IllegalArgumentException if {@code m} is out of range: a smaller prefix lacks whole strata
     */
    @Override
    public Sample sample(int m) {
        Arguments.inRange("m", m, smallestSample(), size());
        return Sample.ofRows(rows(m), strata, sampledSizes(m));
    }

    private void requirePrefix(int m) {
        Arguments.inRange("m", m, 0, rows.length);
    }
}
