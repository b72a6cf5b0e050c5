package io.github.tiercel.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** A p-value as people read it: to three digits, and below that as so small. */
final class PValueText {

    private static final double SMALLEST = 0.001;

    private PValueText() {}

    static Cell cell(OptionalDouble pValue) {
        return pValue.isPresent() ? Cell.of(of(pValue.getAsDouble())) : Cell.EMPTY;
    }

    static String of(double pValue) {
        return pValue < SMALLEST ? "<0.001" : String.format(Locale.ROOT, "%.3f", pValue);
    }
}
