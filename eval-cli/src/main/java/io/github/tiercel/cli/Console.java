package io.github.tiercel.cli;

import io.github.tiercel.report.ResultTable;
import io.github.tiercel.report.Style;

/**
 * What is known of the terminal. The launcher says whether stdout is one, because Java cannot tell on every version.
 */
final class Console {

    private Console() {}

    static Style style() {
        boolean colour = Boolean.getBoolean("tiercel.terminal") && System.getenv("NO_COLOR") == null;
        return colour ? Style.COLOUR : Style.PLAIN;
    }

    static int width() {
        try {
            return Integer.parseInt(System.getProperty("tiercel.columns", ""));
        } catch (NumberFormatException e) {
            // Not a terminal, or one that does not tell.
            return ResultTable.DEFAULT_WIDTH;
        }
    }
}
