package io.github.tiercel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/** Rows of any type, in memory. */
record ListFeatures<X>(List<X> list, Optional<RowContent> content) implements Features<X> {

    static <X> ListFeatures<X> unknown(List<X> rows) {
        return new ListFeatures<>(randomAccess(rows), Optional.empty());
    }

    static <X> ListFeatures<X> digested(List<X> rows, RowDigest<? super X> digest) {
        List<X> list = randomAccess(rows);
        return new ListFeatures<>(list, Optional.of(ListContent.digested(list, digest)));
    }

    static <X> ListFeatures<X> versioned(List<X> rows, String version) {
        if (version.isBlank()) {
            throw new IllegalArgumentException(
                    "version must tell one state of the data from another, got \"" + version + "\"");
        }
        List<X> list = randomAccess(rows);
        return new ListFeatures<>(list, Optional.of(ListContent.versioned(list, version)));
    }

    static ListFeatures<double[]> numbers(double[][] rows) {
        Offenders other = Offenders.of(rows.length, row -> rows[row].length != rows[0].length);
        if (other.exist()) {
            throw new DataException(
                    "ROWS_DIFFER",
                    "Row 1 has " + Offenders.number(rows[0].length) + " features, but "
                            + Offenders.number(other.count()) + " of " + Offenders.number(rows.length)
                            + (other.count() == 1 ? " rows has" : " rows have") + " another number (" + other.where()
                            + "). Give every row the same features, or pass the rows as a list.");
        }
        List<double[]> list = Arrays.asList(rows);
        return new ListFeatures<>(list, Optional.of(ListContent.numbers(list)));
    }

    @Override
    public int rows() {
        return list.size();
    }

    @Override
    public Batch<X> batch(int[] rows) {
        return new ListBatch<>(list, rows);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Optional<String> fingerprint(long[] keys, int[] order) {
        return content.map(known -> known.fingerprint(rows(), keys, order));
    }

    private static <X> List<X> randomAccess(List<X> rows) {
        return rows instanceof RandomAccess ? rows : new ArrayList<>(rows);
    }

    /** A view of some rows of a list. */
    private static final class ListBatch<X> implements Batch<X> {

        private final List<X> list;
        private final int[] rows;

        private ListBatch(List<X> list, int[] rows) {
            this.list = list;
            this.rows = rows;
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public X row(int i) {
            return list.get(rows[i]);
        }
    }
}
