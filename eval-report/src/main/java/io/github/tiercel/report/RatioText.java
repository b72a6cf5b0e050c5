package io.github.tiercel.report;

import java.util.Locale;

/** How many times as much one number is as another. */
final class RatioText {

    /** A ratio nearer to 1 is no reason to choose. */
    private static final double NOTABLE = 1.05;

    private RatioText() {}

    /** {@return for example "1.9x faster"; nothing where it is hardly above 1, or not known} */
    static String of(double more, double less, String above, String below) {
        double ratio = more / less;
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY) || (ratio < NOTABLE && 1 / ratio < NOTABLE)) {
            return "";
        }
        return String.format(Locale.ROOT, "%,.1fx %s", Math.max(ratio, 1 / ratio), ratio > 1 ? above : below);
    }
}
