package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a table for terminals as a table in Markdown: the same cells, so that both say the same. */
final class MarkdownTable {

    /** The longest text of a cell is a reason, and takes less. */
    private static final int MOST_IN_CELL = 240;

    private final TextTable table;

    /** The columns with any text below their heading. */
    private final List<Integer> shown;

    /** How many cells a row has; more than there are columns if tails have no other place. */
    private final int width;

    private MarkdownTable(TextTable table) {
        this.table = table;
        this.shown = IntStream.range(0, table.columns().size())
                .filter(c -> table.rows().stream().anyMatch(row -> !row.cell(c).isEmpty()))
                .boxed()
                .toList();
        this.width =
                table.rows().stream().mapToInt(row -> cells(row).size()).reduce(Math.max(1, shown.size()), Math::max);
    }

    /** {@return a table that is cut behind some of its rows where there is no room for all} */
    static MarkdownBlock of(TextTable table, String noun) {
        MarkdownTable markdown = new MarkdownTable(table);
        List<String> head = List.of(markdown.line(markdown.headings()), markdown.line(markdown.sides()));
        List<String> rows = table.rows().stream()
                .map(row -> markdown.line(markdown.cells(row)))
                .toList();
        return new MarkdownBlock(head, rows, List.of(), noun);
    }

    private List<String> headings() {
        return shown.stream().map(c -> text(table.columns().get(c).heading())).toList();
    }

    private List<String> sides() {
        return IntStream.range(0, width)
                .mapToObj(c -> c < shown.size() && isNumber(shown.get(c)) ? "--:" : ":--")
                .toList();
    }

    private boolean isNumber(int column) {
        return table.columns().get(column).side() != Column.Side.LEFT;
    }

    private List<String> cells(Row row) {
        int filled = row.tail().isEmpty() ? table.columns().size() : row.cells().size();
        List<String> cells = new ArrayList<>();
        shown.stream().filter(c -> c < filled).forEach(c -> cells.add(text(row.cell(c))));
        if (!row.tail().isEmpty()) {
            cells.add(text(row.tail()));
        }
        return cells;
    }

    private static String text(Cell cell) {
        return MarkdownText.of(cell.text(), MOST_IN_CELL);
    }

    private String line(List<String> cells) {
        return IntStream.range(0, width)
                .mapToObj(c -> c < cells.size() ? cells.get(c) : "")
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
