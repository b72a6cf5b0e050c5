package io.github.tiercel.onnx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Categories that are numbers, so that {@code 7} is found whether a column holds it as an integer or as 7.0. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
record NumberPlaces(double[] sorted, int[] places, int[] ofSmallIntegers) {

    /** Below here every integer is a double of its own, and no other is rounded to it. */
    private static final long MOST_EXACT = 1L << 53;

    /** Hours, days and the like are looked up without a search. */
    private static final int SMALL = 256;

    static NumberPlaces of(Map<String, Integer> categories) {
        List<Known> known = categories.entrySet().stream()
                .flatMap(entry -> number(entry.getKey()).map(value -> new Known(value, entry.getValue())).stream())
                .sorted(Comparator.comparingDouble(Known::value).thenComparingInt(Known::place))
                .toList();
        return new NumberPlaces(
                known.stream().mapToDouble(Known::value).toArray(),
                known.stream().mapToInt(Known::place).toArray(),
                smallIntegers(known));
    }

    private static int[] smallIntegers(List<Known> known) {
        int[] places = new int[SMALL];
        Arrays.fill(places, Categories.UNKNOWN);
        for (Known category : known) {
            int value = (int) category.value;
            if (value == category.value && value >= 0 && value < SMALL) {
                places[value] = category.place;
            }
        }
        return places;
    }

    static boolean isExact(long value) {
        return value > -MOST_EXACT && value < MOST_EXACT;
    }

    /** {@return the place of a number, or that it is unknown} */
    int place(double value) {
        int integer = (int) value;
        if (integer == value && integer >= 0 && integer < SMALL) {
            return ofSmallIntegers[integer];
        }
        int found = Arrays.binarySearch(sorted, value);
        return found < 0 ? Categories.UNKNOWN : places[found];
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private record Known(double value, int place) {}
}
