package io.github.tiercel.report;

import java.util.Locale;

/**
 * What a terminal shows of a text: nothing that moves the cursor, how many columns it takes, and its start where only
 * so many are left. Texts come from data and may hold anything.
 */
final class DisplayText {

    private static final String ELLIPSIS = "…";

    /**
     * First and last code points of blocks whose characters take two columns: the classes W and F of Unicode's
     * EastAsianWidth, by whole blocks.
     */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private DisplayText() {}

    /** {@return the text with everything escaped that would break a line, move the cursor or turn the reading order} */
    static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isUnsafe(point)) {
                shown.append(escape(point));
            } else {
                shown.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return shown.toString();
    }

    /** {@return how many columns an escaped text takes} */
    static int width(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            columns += width(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    /** {@return the text, or as much of it as leaves room for an ellipsis} */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        return columns < 1 ? "" : prefix(text, columns - 1) + ELLIPSIS;
    }

    /** {@return the text, or an ellipsis and as much of its end as there is room for} */
    static String cutStart(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int start = text.length();
        int taken = ELLIPSIS.length();
        while (start > 0 && taken + width(text.codePointBefore(start)) <= columns) {
            taken += width(text.codePointBefore(start));
            start -= Character.charCount(text.codePointBefore(start));
        }
        return columns < 1 ? "" : ELLIPSIS + text.substring(start);
    }

    /** {@return the longest start of the text that takes at most so many columns} */
    static String prefix(String text, int columns) {
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            taken += width(point);
            if (taken > columns) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    private static boolean isUnsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04X", point);
        };
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        for (int[] block : WIDE) {
            if (point <= block[1]) {
                return point >= block[0];
            }
        }
        return false;
    }
}
