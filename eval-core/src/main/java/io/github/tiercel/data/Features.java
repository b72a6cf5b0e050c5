package io.github.tiercel.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What models read of the rows of an evaluation set: one value of any type a row, in the order of the set's rows.
 *
 * <p>Whether predictions may be kept on disk depends on it: rows that cannot be told from other rows, by a digest of
 * their content or a version of the data, are never looked up there.
 *
 * <p>What is made here holds the caller's rows without copying them: nobody may change them afterwards. It is in
 * memory, and safe for use by several threads if the rows are.
 *
 * <pre>{@code
 * Features<double[]> numbers = Features.of(new double[][] {{0.1, 2}, {0.4, 1}});
 * Features<Flight> flights = Features.of(list, (flight, digest) -> digest.put(flight.from()).put(flight.hour()));
 * }</pre>
 *
 * @param <X> what a model reads of one row
 * @since 0.1
 */
public interface Features<X> {

    /**
     * {@return rows of which nothing is known that could tell them from others: their predictions stay in memory}
     *
     * @param rows one value a row; not copied
     * @param <X> what a model reads of one row
     */
    static <X> Features<X> of(List<X> rows) {
        return ListFeatures.unknown(rows);
    }

    /**
     * {@return rows that are told from others by a digest of each}
     *
     * @param rows one value a row; not copied
     * @param digest puts everything that a model may read of a row
     * @param <X> what a model reads of one row
     */
    static <X> Features<X> of(List<X> rows, RowDigest<? super X> digest) {
        return ListFeatures.digested(rows, digest);
    }

    /**
     * {@return rows that are told from others by their keys and a version, which the caller vouches for}
     *
     * @param rows one value a row; not copied
     * @param version a text that changes whenever the content of a row does
     * @param <X> what a model reads of one row
     * @throws IllegalArgumentException if the version is blank
     */
    static <X> Features<X> of(List<X> rows, String version) {
        return ListFeatures.versioned(rows, version);
    }

    /**
     * {@return rows of numbers, told from others by the bits of these}
     *
     * @param rows for each row the same number of features, NaN included; not copied
     * @throws DataException if the rows differ in length
     */
    static Features<double[]> of(double[][] rows) {
        return ListFeatures.numbers(rows);
    }

    /**
     * {@return columns of a table, told from others by their names, types and values. Batches are
     * {@linkplain FeatureBatch read by column} as well}
     *
     * @param table the table
     * @param names the columns that a model reads, at least one, in the order in which it wants them
     * @throws IllegalArgumentException if there is no such column, none is named, or one is named twice
     */
    static Features<FeatureRow> from(Columns table, String... names) {
        return ColumnFeatures.from(table, List.of(names));
    }

    /**
     * {@return columns that are read a block at a time, told from others by their names, types and values as columns in
     * memory are. Two blocks are held; batches are {@linkplain FeatureBatch read by column} as well}
     *
     * @param blocks what a model reads, in the order in which it wants the columns
     */
    static Features<FeatureRow> from(ColumnBlocks blocks) {
        return new BlockFeatures(blocks);
    }

    /** {@return the number of rows} */
    int rows();

    /**
     * Assembles some rows. Called by one thread at a time, not always the same.
     *
     * @param rows row numbers from 0, at least one; not to be changed while the batch is in use
     * @return the rows in the order named
     */
    Batch<X> batch(int[] rows);

    /**
     * {@return whether a batch is a view that costs nothing to assemble, so that preparing it ahead on another thread
     * gains nothing}
     */
    default boolean inMemory() {
        return false;
    }

    /**
     * {@return whether rows lie in the order of an evaluation set, and are slow to read in any other. A store then
     * takes that order as it is, and looks for no earlier one of the same rows}
     */
    default boolean isSequential() {
        return false;
    }

    /**
     * {@return the rows that lie first, in ascending order of where they lie: of rows in the order of an evaluation set
     * a random sample that is quick to read}
     *
     * @param most how many at most, at least 0
     */
    default int[] firstRows(int most) {
        return IntStream.range(0, Math.min(most, rows())).toArray();
    }

    /**
     * {@return a hash of row keys together with the content of the rows, in the order named; empty if nothing is known
     * of the content}
     *
     * @param keys the key of each row, in the order of the set's rows
     * @param order row numbers from 0
     * @throws DataException if there is not one key a row
     */
    Optional<String> fingerprint(long[] keys, int[] order);
}
