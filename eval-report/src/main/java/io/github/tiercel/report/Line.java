package io.github.tiercel.report;

/**
 * A line of text, for elements that hold several.
 *
 * @param text any text; line breaks in it are escaped
 */
record Line(String text) implements Markup {

    @Override
    public void appendTo(StringBuilder page) {
        new Text(text).appendTo(page);
        page.append('\n');
    }
}
