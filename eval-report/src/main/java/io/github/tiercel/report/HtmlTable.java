package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a table for terminals as a table for pages: the same cells, so that both say the same. */
final class HtmlTable {

    /** As wide as a digit, and as a full stop, where digits have one width. */
    private static final String DIGIT_SPACE = "\u2007";

    private static final String POINT_SPACE = "\u2008";

    /** Text that is longer breaks into lines; shorter text, numbers above all, does not. */
    private static final int ONE_LINE = 36;

    private final TextTable table;

    /** The columns with any text below their heading. */
    private final List<Integer> shown;

    private HtmlTable(TextTable table) {
        this.table = table;
        this.shown = IntStream.range(0, table.columns().size())
                .filter(c -> table.rows().stream().anyMatch(row -> !row.cell(c).isEmpty()))
                .boxed()
                .toList();
    }

    /** {@return the table, which scrolls by itself where the screen is narrow} */
    static Element of(String caption, TextTable table) {
        return of(caption, table, "");
    }

    /** {@return a table whose rows become short paragraphs on a phone, so that nothing of one is out of sight} */
    static Element stacking(String caption, TextTable table) {
        return of(caption, table, "stacking");
    }

    private static Element of(String caption, TextTable table, String style) {
        HtmlTable html = new HtmlTable(table);
        Element element = Element.of("table").classed(style).holding(Element.of("caption", caption));
        return Card.scrolling(caption, element.holding(html.head()).holding(html.body()));
    }

    private List<Element> head() {
        if (shown.stream().allMatch(c -> column(c).heading().isEmpty())) {
            return List.of();
        }
        Element row = Element.of("tr").holding(shown.stream().map(this::heading).toList());
        return List.of(Element.of("thead").holding(row));
    }

    private Element heading(int column) {
        Cell heading = column(column).heading();
        if (heading.isEmpty()) {
            return Element.of("td");
        }
        return Element.of("th", heading.text()).with("scope", "col").classed(side(column));
    }

    private Element body() {
        return Element.of("tbody").holding(table.rows().stream().map(this::row).toList());
    }

    private Element row(Row row) {
        List<Element> cells = new ArrayList<>();
        int filled = row.tail().isEmpty() ? table.columns().size() : row.cells().size();
        shown.stream().filter(c -> c < filled).forEach(c -> cells.add(cell(row, c)));
        if (!row.tail().isEmpty()) {
            int span = Math.max(1, shown.size() - cells.size());
            cells.add(Element.of("td", row.tail().text())
                    .with("colspan", Integer.toString(span))
                    .classed(classes(tone(row.tail()), length(row.tail()))));
        }
        return Element.of("tr").holding(cells);
    }

    private Element cell(Row row, int column) {
        Cell cell = row.cell(column);
        String text = cell.text().strip() + padding(cell, column);
        boolean first = shown.get(0) == column;
        Element element = first ? Element.of("th", text).with("scope", "row") : Element.of("td", text);
        return element.classed(classes(side(column), tone(cell), length(cell)));
    }

    /** Spaces behind a number, so that decimal points stand below each other though decimals differ. */
    private String padding(Cell cell, int column) {
        if (column(column).side() != Column.Side.POINT || cell.isEmpty()) {
            return "";
        }
        int most = table.rows().stream()
                .mapToInt(row -> decimals(row.cell(column)))
                .max()
                .orElse(0);
        int missing = most - decimals(cell);
        boolean noPoint = decimals(cell) == 0 && most > 0;
        return (noPoint ? POINT_SPACE : "") + DIGIT_SPACE.repeat(missing);
    }

    private static int decimals(Cell cell) {
        int point = cell.text().indexOf('.');
        return point < 0 ? 0 : cell.text().length() - point - 1;
    }

    private Column column(int column) {
        return table.columns().get(column);
    }

    private String side(int column) {
        return column(column).side() == Column.Side.LEFT ? "" : "number";
    }

    private static String classes(String... names) {
        return Stream.of(names).filter(name -> !name.isEmpty()).collect(Collectors.joining(" "));
    }

    /** {@return the class of a cell with more text than goes on a line; an empty one otherwise} */
    static String length(Cell cell) {
        return cell.width() > ONE_LINE ? "long" : "";
    }

    private static String tone(Cell cell) {
        return cell.tone() == Tone.NORMAL ? "" : cell.tone().name().toLowerCase(Locale.ROOT);
    }
}
