package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows whose columns start below each other. Columns without any text are left out, with their headings. A table that
 * is too wide cuts the cells of the columns that shrink; the others, numbers, are never cut.
 *
 * @param columns the columns from left to right
 * @param rows the rows from top to bottom
 */
record TextTable(List<Column> columns, List<Row> rows) {

    private static final int GAP = 2;

    TextTable {
        columns = List.copyOf(columns);
        rows = aligned(columns, rows);
    }

    private static List<Row> aligned(List<Column> columns, List<Row> rows) {
        List<List<Cell>> byColumn = IntStream.range(0, columns.size())
                .mapToObj(c -> columns.get(c)
                        .aligned(rows.stream().map(row -> row.cell(c)).toList()))
                .toList();
        return IntStream.range(0, rows.size())
                .mapToObj(r -> new Row(
                        byColumn.stream()
                                .limit(rows.get(r).cells().size())
                                .map(cells -> cells.get(r))
                                .toList(),
                        rows.get(r).tail()))
                .toList();
    }

    /** {@return whether the table takes at most so many columns with no cell cut} */
    boolean fitsWhole(int width) {
        return total(IntStream.range(0, columns.size()).map(this::naturalWidth).toArray()) <= width;
    }

    /** {@return whether the table takes at most so many columns once every column that shrinks has its least width} */
    boolean fits(int width) {
        int[] widths = IntStream.range(0, columns.size())
                .map(c -> columns.get(c).shrinks() ? columns.get(c).least() : naturalWidth(c))
                .toArray();
        return total(widths) <= width;
    }

    /** {@return one line a row, below a line of headings if there are any} */
    List<String> lines(Layout layout) {
        int[] widths = widths(layout.width());
        List<String> lines = new ArrayList<>();
        if (columns.stream().anyMatch(column -> !column.heading().isEmpty())) {
            List<Cell> headings = columns.stream().map(Column::heading).toList();
            lines.add(line(new Row(headings, Cell.EMPTY), widths, layout));
        }
        rows.forEach(row -> lines.add(line(row, widths, layout)));
        return lines;
    }

    private String line(Row row, int[] widths, Layout layout) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        int start = 0;
        for (int c = 0; c < row.cells().size(); c++) {
            String text = columns.get(c).cut(row.cell(c).text(), widths[c]);
            if (!text.isEmpty()) {
                int from = start + indent(c, text, widths);
                line.append(" ".repeat(from - at))
                        .append(layout.style().paint(row.cell(c).tone(), text));
                at = from + DisplayText.width(text);
            }
            start += widths[c] == 0 ? 0 : widths[c] + GAP;
        }
        return line.append(tail(row.tail(), at, start, layout)).toString();
    }

    private int indent(int column, String text, int[] widths) {
        return columns.get(column).side() == Column.Side.RIGHT ? widths[column] - DisplayText.width(text) : 0;
    }

    private static String tail(Cell tail, int at, int start, Layout layout) {
        if (tail.isEmpty()) {
            return "";
        }
        String text = DisplayText.cut(tail.text(), layout.width() - start);
        return " ".repeat(start - at) + layout.style().paint(tail.tone(), text);
    }

    /** {@return how wide a column is on a screen} */
    int width(int column, int screen) {
        return widths(screen)[column];
    }

    private int[] widths(int width) {
        int[] widths =
                IntStream.range(0, columns.size()).map(this::naturalWidth).toArray();
        for (int c = 0; c < widths.length; c++) {
            int excess = total(widths) - width;
            if (excess > 0 && columns.get(c).shrinks()) {
                widths[c] = Math.min(widths[c], Math.max(columns.get(c).least(), widths[c] - excess));
            }
        }
        return widths;
    }

    /** Zero for a column without any text below its heading. */
    private int naturalWidth(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.cell(column).width()).max().orElse(0);
        return widest == 0 ? 0 : Math.max(widest, columns.get(column).heading().width());
    }

    private static int total(int[] widths) {
        int shown = (int) IntStream.of(widths).filter(width -> width > 0).count();
        return IntStream.of(widths).sum() + GAP * Math.max(0, shown - 1);
    }
}
