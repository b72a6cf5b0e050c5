package io.github.tiercel.evaluation;

import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The places, among the rows of a tier, that share each value of a column: the most frequent value first. */
final class Slices {

    /** What stands for a missing value. */
    static final String MISSING = "(missing)";

    private Slices() {}

    /** The places of one value. */
    static final class Slice {

        private final String column;
        private final String value;
        private final int[] places;

        private Slice(String column, String value, int[] places) {
            this.column = column;
            this.value = value;
            this.places = places;
        }

        String column() {
            return column;
        }

        String value() {
            return value;
        }

        int[] places() {
            return places;
        }
    }

    static List<Slice> of(TextColumn column, SampledRows rows) {
        int values = column.dictionary().size();
        int[] counts = new int[values + 1];
        for (int place = 0; place < rows.size(); place++) {
            counts[slot(column, rows.row(place), values)]++;
        }
        int[][] places = new int[values + 1][];
        for (int slot = 0; slot <= values; slot++) {
            places[slot] = new int[counts[slot]];
        }
        Arrays.fill(counts, 0);
        for (int place = 0; place < rows.size(); place++) {
            int slot = slot(column, rows.row(place), values);
            places[slot][counts[slot]++] = place;
        }
        return named(column, places);
    }

    private static List<Slice> named(TextColumn column, int[][] places) {
        List<Slice> slices = new ArrayList<>();
        for (int slot = 0; slot < places.length; slot++) {
            if (places[slot].length > 0) {
                slices.add(new Slice(column.name(), name(column, slot), places[slot]));
            }
        }
        slices.sort(
                Comparator.comparingInt((Slice slice) -> -slice.places().length).thenComparing(Slice::value));
        return slices;
    }

    /** Missing values have a place of their own behind the dictionary. */
    static int slot(TextColumn column, int row, int values) {
        return column.isMissing(row) ? values : column.code(row);
    }

    /** The value whose rows have a slot. */
    static String name(TextColumn column, int slot) {
        List<String> dictionary = column.dictionary();
        return slot == dictionary.size() ? MISSING : dictionary.get(slot);
    }
}
