package io.github.tiercel.report;

import java.util.Locale;
import java.util.Optional;

/** Weights of rows for people: counts as they are; of other weights, a tenth of a row is enough. */
final class WeightText {

    private static final double MOST_COUNTED = 1e15;

    private WeightText() {}

    /** {@return for example {@code "4,409"}, {@code "12.5"} or {@code "0.00031"}} */
    static String of(double weight) {
        if (Math.abs(weight) < MOST_COUNTED && weight == Math.rint(weight)) {
            return String.format(Locale.ROOT, "%,.0f", weight);
        }
        if (weight >= 1 && weight < MOST_COUNTED) {
            return String.format(Locale.ROOT, "%,.1f", weight);
        }
        return Digits.of(weight, Optional.empty()).plain(weight);
    }
}
