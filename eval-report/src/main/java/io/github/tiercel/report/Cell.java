package io.github.tiercel.report;

/**
 * One field of a table. Whatever the text holds, it stays on its line: it is escaped here, so nobody can forget to.
 *
 * @param text the text, escaped
 * @param tone what it means
 */
record Cell(String text, Tone tone) {

    static final Cell EMPTY = Cell.of("");

    Cell {
        text = DisplayText.escaped(text);
    }

    static Cell of(String text) {
        return new Cell(text, Tone.NORMAL);
    }

    int width() {
        return DisplayText.width(text);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    Cell indented(int spaces) {
        return isEmpty() ? this : new Cell(" ".repeat(spaces) + text, tone);
    }
}
