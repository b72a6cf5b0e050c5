package io.github.tiercel.onnx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Categories that are numbers, so that {@code 7} is found whether a column holds it as an integer or as 7.0. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
record NumberPlaces(double[] sorted, int[] places) {

    /** Below here every integer is a double of its own, and no other is rounded to it. */
    private static final long MOST_EXACT = 1L << 53;

    static NumberPlaces of(Map<String, Integer> categories) {
        List<Known> known = categories.entrySet().stream()
                .flatMap(entry -> number(entry.getKey()).map(value -> new Known(value, entry.getValue())).stream())
                .sorted(Comparator.comparingDouble(Known::value).thenComparingInt(Known::place))
                .toList();
        return new NumberPlaces(
                known.stream().mapToDouble(Known::value).toArray(),
                known.stream().mapToInt(Known::place).toArray());
    }

    static boolean isExact(long value) {
        return value > -MOST_EXACT && value < MOST_EXACT;
    }

    int place(double value, int none) {
        // One zero of two.
        int found = Arrays.binarySearch(sorted, value + 0.0);
        return found < 0 ? none : places[found];
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text) + 0.0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private record Known(double value, int place) {}
}
