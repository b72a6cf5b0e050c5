package io.github.tiercel.report;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from data inside of a line of Markdown, in the dialects of GitHub and GitLab. Whatever it holds, it stays on its
 * line and in its cell, and becomes neither markup, nor a link, nor a message to somebody. It may not begin a line:
 * what a line begins with says what the line is.
 */
final class MarkdownText {

    private static final String ELLIPSIS = "…";

    /** Splits text without a trace, on the page and in what is copied from it. */
    private static final String SPLIT = "<!-- -->";

    /**
     * What is made a link though no character of it is markup, so that escapes do not help: people, addresses, issues,
     * and names of pictures.
     */
    private static final Pattern LINK = Pattern.compile("(?<![A-Za-z0-9_])@(?=[A-Za-z0-9_])|@(?=[^\\s@]*\\.)"
            + "|:(?=//)|[Ww]{3}(?=\\.)|#(?=[A-Za-z0-9_])|:(?=[A-Za-z0-9_+-]+:)");

    private MarkdownText() {}

    /** {@return the text, or as much of it as goes into so many characters before they are escaped} */
    static String of(String text, int most) {
        String shown = cut(DisplayText.escaped(text).strip(), most);
        BitSet splits = splits(shown);
        StringBuilder line = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char before = i == 0 ? ' ' : shown.charAt(i - 1);
            char after = i == shown.length() - 1 ? ' ' : shown.charAt(i + 1);
            line.append(escaped(before, shown.charAt(i), after)).append(splits.get(i + 1) ? SPLIT : "");
        }
        return line.toString();
    }

    /** By characters and not by columns, some of which take any number of characters. */
    private static String cut(String shown, int most) {
        if (shown.length() <= most) {
            return shown;
        }
        int end = most - ELLIPSIS.length();
        return shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    private static BitSet splits(String shown) {
        BitSet splits = new BitSet();
        Matcher link = LINK.matcher(shown);
        while (link.find()) {
            splits.set(link.end());
        }
        return splits;
    }

    /** Names with an underscore, differences and intervals stay as they are: many people read Markdown as text. */
    private static String escaped(char before, char character, char after) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\\', '`', '*', '|', '~', '#', '$' -> "\\" + character;
            case '_' -> isWord(before) && isWord(after) ? "_" : "\\_";
            case '[' -> "+-0123456789".indexOf(after) >= 0 ? "[" : "\\[";
            case ']' -> "([:".indexOf(after) >= 0 ? "\\]" : "]";
            default -> String.valueOf(character);
        };
    }

    private static boolean isWord(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }
}
