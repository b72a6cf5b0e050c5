package io.github.tiercel.store;

/**
 * Any text on one line: backslashes, control characters, line separators and halves of surrogate pairs as a backslash,
 * {@code u} and four hexadecimal digits. Different texts stay different.
 */
final class EscapedText {

    private static final int ESCAPE_LENGTH = 6;
    private static final int RADIX = 16;

    private EscapedText() {}

    static String of(String text) {
        return escaped(text, false);
    }

    /** Returns a text that has no colon either, so that it can stand before one. */
    static String ofName(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean colons) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\\' || (colons && c == ':') || isUnprintable(c)) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /**
     * Returns the text that was escaped.
     *
     * @throws IllegalArgumentException if a backslash is not followed by {@code u} and four digits
     * @throws IndexOutOfBoundsException if the text ends within them
     */
    static String parse(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); ) {
            if (escaped.charAt(i) == '\\') {
                text.append((char) Integer.parseInt(escaped, i + 2, i + ESCAPE_LENGTH, RADIX));
                i += ESCAPE_LENGTH;
            } else {
                text.append(escaped.charAt(i++));
            }
        }
        return text.toString();
    }
}
