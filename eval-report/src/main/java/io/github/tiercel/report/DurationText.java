package io.github.tiercel.report;

import java.util.Locale;

/** Durations for people: two or three digits in the unit that suits them, the same in every locale. */
final class DurationText {

    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private DurationText() {}

    /**
     * {@return a duration such as {@code "4.1 ms"}, {@code "612 ms"}, {@code "3.1 s"}, {@code "12 min"} or {@code "3.4
     * h"}}
     *
     * @param millis milliseconds; "unknown" stands for what is no duration
     */
    static String of(double millis) {
        if (!(millis >= 0 && millis < Double.POSITIVE_INFINITY)) {
            return "unknown";
        }
        if (millis < 9.95) {
            return text("%.1f ms", millis);
        }
        if (millis < 999.5) {
            return text("%.0f ms", millis);
        }
        if (millis < 99.95 * SECOND) {
            return text("%.1f s", millis / SECOND);
        }
        return millis < 99.5 * MINUTE ? text("%.0f min", millis / MINUTE) : text("%,.1f h", millis / HOUR);
    }

    private static String text(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
