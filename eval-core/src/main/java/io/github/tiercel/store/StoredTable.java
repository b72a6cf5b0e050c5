package io.github.tiercel.store;

import io.github.tiercel.data.RowsByKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The scores of a key, each with its row's key and label: what {@code store export} writes. Row r in [0,
 * {@link #rows()}) is the one with the r-th smallest key, whatever order its scores are stored in.
 *
 * <p>Row keys are ids as they are if they were integers, and the XXH64 hash of their text if they were texts; without
 * ids, they are the rows' positions in the caller's order. They are distinct. Labels are those of the latest evaluation
 * of these rows: 1 or 0, the index of a class in {@link #classes()}, or the number to predict; where none is known,
 * {@link #hasLabels()} says so. Scores are as the model gave them, any number but NaN, infinities included; floats are
 * widened to doubles, which loses nothing. There may be fewer rows than the evaluation set has, those that come first
 * in its order, and none if the first segment is damaged.
 *
 * <p>Immutable, and safe for use by several threads. It holds all of it in memory: making it takes O(n log n) for n
 * rows, {@link #scores} O(n), all else O(1). Source of the hash: Y. Collet, "XXH64", xxHash (2012),
 * github.com/Cyan4973/xxHash.
 *
 * <pre>{@code
 * StoredTable table = StoreCatalog.open(Path.of(".tiercel/store")).table("3f2a9c0d");
 * double[] scores = table.scores(0);
 * System.out.println(table.rowKey(0) + " " + table.label(0) + " " + scores[0]);
 * }</pre>
 *
 * @since 0.1
 */
public final class StoredTable {

    private final StoredKey key;
    private final Prefix prefix;
    private final long[] rowKeys;
    private final Optional<RowLabels> labels;
    private final int[] positions;

    private StoredTable(StoredKey key, Prefix prefix, long[] rowKeys, Optional<RowLabels> labels) {
        this.key = key;
        this.prefix = prefix;
        this.rowKeys = rowKeys;
        this.labels = labels;
        this.positions = RowsByKey.of(Arrays.copyOf(rowKeys, prefix.rows())).rows();
    }

    static StoredTable of(StoreLayout layout, StoredKey key) throws IOException {
        RowRecords records = new RowRecords(layout, key.order());
        Prefix prefix = Prefix.of(
                SegmentFolder.open(layout, key.key()).read(Integer.MAX_VALUE).segments());
        long[] rowKeys = records.keys().orElse(new long[0]);
        if (rowKeys.length < prefix.rows()) {
            throw new StoreException("The store " + layout.root() + " does not know which rows the scores of "
                    + key.hex() + " belong to: evaluate the model on the same rows once more, then export again.");
        }
        return new StoredTable(key, prefix, rowKeys, records.labels().filter(known -> known.rows() == rowKeys.length));
    }

    /** Those of all rows with the labels of a fingerprint; empty where the store lacks either. */
    static Optional<StoredTable> of(StoreLayout layout, StoredKey key, String fingerprint) throws IOException {
        RowRecords records = new RowRecords(layout, key.order());
        Optional<RowLabels> labels = records.labels(fingerprint);
        Optional<long[]> rowKeys = records.keys();
        if (labels.isEmpty() || rowKeys.isEmpty()) {
            return Optional.empty();
        }
        Prefix prefix = Prefix.of(
                SegmentFolder.open(layout, key.key()).read(Integer.MAX_VALUE).segments());
        int rows = rowKeys.get().length;
        return prefix.rows() == rows && labels.get().rows() == rows
                ? Optional.of(new StoredTable(key, prefix, rowKeys.get(), labels))
                : Optional.empty();
    }

    /** {@return the key whose scores these are} */
    public StoredKey key() {
        return key;
    }

    /** {@return the number of rows that have scores, which may be fewer than the evaluation set has} */
    public int rows() {
        return positions.length;
    }

    /** {@return whether labels are known} */
    public boolean hasLabels() {
        return labels.isPresent();
    }

    /** {@return the names that class labels have; empty where labels are numbers, or 1 and 0} */
    public List<String> classes() {
        return labels.map(RowLabels::classes).orElse(List.of());
    }

    /**
     * {@return the key of a row}
     *
     * @param row the row, in [0, rows)
     * @throws ArrayIndexOutOfBoundsException if it is not
     */
    public long rowKey(int row) {
        return rowKeys[positions[row]];
    }

    /**
     * {@return the label of a row as a number: 1 or 0, the index of its class, or the number to predict}
     *
     * @param row the row, in [0, rows)
     * @throws ArrayIndexOutOfBoundsException if it is not
     * @throws java.util.NoSuchElementException if there are no labels
     */
    public double label(int row) {
        return labels.orElseThrow().value(positions[row]);
    }

    /**
     * {@return the scores of one output, by row, widened to double; a new array}
     *
     * @param output the output, from 0, in the order of the names in the key
     */
    public double[] scores(int output) {
        double[] byPosition = prefix.scores(output, prefix.rows());
        return Arrays.stream(positions)
                .mapToDouble(position -> byPosition[position])
                .toArray();
    }
}
