package io.github.tiercel.onnx;

import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.UnknownCategories;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values of a column that a model knows, each by its place among them. */
final class Categories {

    /** The place of a value that the model does not know. */
    static final int UNKNOWN = -1;

    /** The place of a missing value. */
    static final int MISSING = -2;

    private final String column;
    private final Map<String, Integer> places;
    private final NumberPlaces numbers;
    private final boolean unknownRefused;
    /** Batches of one table share its dictionary. */
    private volatile Translation last = new Translation(List.of(), new int[0]);

    private Categories(String column, Map<String, Integer> places, boolean unknownRefused) {
        this.column = column;
        this.places = places;
        this.numbers = NumberPlaces.of(places);
        this.unknownRefused = unknownRefused;
    }

    /**
     * {@return categories of a column}
     *
     * @param values distinct values, as text
     * @param unknownRefused whether any other value is an error
     * @throws ModelException if a value repeats
     */
    static Categories of(String column, List<String> values, boolean unknownRefused) {
        Map<String, Integer> places = new HashMap<>();
        for (String value : values) {
            if (places.putIfAbsent(value, places.size()) != null) {
                throw Faults.features("Column \"" + column + "\" has the category \"" + value
                        + "\" twice. Name each category once, in the order of the model.");
            }
        }
        return new Categories(column, places, unknownRefused);
    }

    String column() {
        return column;
    }

    /** {@return the values, in the order of the model} */
    List<String> known() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return the rows of other values} */
    UnknownCategories unknown(FeatureBatch batch, int at) {
        int unknown = 0;
        int missing = 0;
        Set<String> first = new LinkedHashSet<>();
        int[] found = found(batch, at);
        for (int row = 0; row < found.length; row++) {
            if (found[row] == MISSING) {
                missing++;
            } else if (found[row] == UNKNOWN) {
                unknown++;
                if (first.size() < UnknownCategories.MOST_SHOWN) {
                    first.add(batch.row(row).text(at));
                }
            }
        }
        return new UnknownCategories(unknown, missing, List.copyOf(first));
    }

    /** {@return for each row the place of its value, or {@link #UNKNOWN} or {@link #MISSING}} */
    int[] places(FeatureBatch batch, int at) {
        int[] found = found(batch, at);
        if (unknownRefused) {
            requireKnown(found, batch, at);
        }
        return found;
    }

    private int[] found(FeatureBatch batch, int at) {
        return switch (batch.type(at)) {
            case TEXT -> ofTexts(batch, at);
            case INTEGER -> ofIntegers(batch, at);
            case NUMBER -> ofNumbers(batch, at);
        };
    }

    private int[] ofTexts(FeatureBatch batch, int at) {
        int[] translation = translation(batch.dictionary(at));
        int[] codes = batch.codes(at);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] == TextColumn.MISSING ? MISSING : translation[codes[row]];
        }
        return codes;
    }

    private int[] translation(List<String> dictionary) {
        Translation known = last;
        if (known.dictionary != dictionary) {
            known = new Translation(
                    dictionary,
                    dictionary.stream()
                            .mapToInt(value -> places.getOrDefault(value, UNKNOWN))
                            .toArray());
            last = known;
        }
        return known.places;
    }

    private int[] ofIntegers(FeatureBatch batch, int at) {
        int[] found = ofNumbers(batch, at);
        long[] values = batch.longs(at);
        for (int row = 0; row < found.length; row++) {
            if (!NumberPlaces.isExact(values[row])) {
                found[row] = places.getOrDefault(Long.toString(values[row]), UNKNOWN);
            }
        }
        return found;
    }

    private int[] ofNumbers(FeatureBatch batch, int at) {
        double[] values = batch.doubles(at);
        int[] found = new int[values.length];
        for (int row = 0; row < found.length; row++) {
            found[row] = Double.isNaN(values[row]) ? MISSING : numbers.place(values[row]);
        }
        return found;
    }

    private void requireKnown(int[] found, FeatureBatch batch, int at) {
        for (int row = 0; row < found.length; row++) {
            if (found[row] == UNKNOWN) {
                throw Faults.features(String.format(
                        Locale.ROOT,
                        "Column \"%s\" has \"%s\" at %s, which is none of the %,d categories of the model.",
                        column,
                        batch.texts(at)[row],
                        Faults.place(row, batch.size()),
                        places.size()));
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
    private record Translation(List<String> dictionary, int[] places) {}
}
