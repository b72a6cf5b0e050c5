package io.github.tiercel.report;

/**
 * Text of a page. What would end it, break its line or turn the reading order is escaped here, so nobody can forget to.
 *
 * @param text any text
 */
record Text(String text) implements Markup {

    @Override
    public void appendTo(StringBuilder page) {
        DisplayText.escaped(text).codePoints().forEach(point -> append(point, page));
    }

    private static void append(int point, StringBuilder page) {
        switch (point) {
            case '<' -> page.append("&lt;");
            case '>' -> page.append("&gt;");
            case '&' -> page.append("&amp;");
            case '"' -> page.append("&quot;");
            case '\'' -> page.append("&#39;");
            // The two characters that no XML document may hold, and that no terminal minds.
            case 0xFFFE -> page.append("\\uFFFE");
            case 0xFFFF -> page.append("\\uFFFF");
            default -> page.appendCodePoint(point);
        }
    }
}
