package io.github.tiercel.report;

import java.util.Locale;

/** Shares of a whole for people. */
final class Shares {

    private Shares() {}

    /** {@return for example "63 %", "1.3 %" or "< 0.1 %"} */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, percent > 0 && percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
