package io.github.tiercel.cli;

import io.github.tiercel.report.ResultTable;
import io.github.tiercel.report.Style;

/**
 * What is known of the terminal. The launcher says whether stdout and stderr are one, because Java cannot tell on every
 * version.
 */
final class Console {

    /** Below this, tables would be all ellipses. */
    private static final int NARROWEST = 60;

    private Console() {}

    static boolean isTerminal() {
        return Boolean.getBoolean("tiercel.terminal");
    }

    static boolean isErrTerminal() {
        return Boolean.getBoolean("tiercel.terminal.err");
    }

    static Style style() {
        boolean colour = isTerminal() && System.getenv("NO_COLOR") == null;
        return colour ? Style.COLOUR : Style.PLAIN;
    }

    static int width() {
        try {
            return Math.max(NARROWEST, Integer.parseInt(System.getProperty("tiercel.columns", "")));
        } catch (NumberFormatException e) {
            // Not a terminal, or one that does not tell.
            return ResultTable.DEFAULT_WIDTH;
        }
    }
}
