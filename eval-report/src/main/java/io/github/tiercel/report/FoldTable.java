package io.github.tiercel.report;

import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One line a metric: its mean over the folds of a cross-validation, and how far they spread. */
final class FoldTable {

    /** What the numbers are not. */
    static final String NOTE = "The sd between folds is no standard error: their models share training rows.";

    private static final int MOST_HEADING = 30;

    private FoldTable() {}

    static TextTable of(FoldSummary folds) {
        boolean areUndefined = folds.metrics().values().stream().anyMatch(spread -> spread.undefined() > 0);
        List<Column> columns = new ArrayList<>(List.of(
                Column.left(heading(folds)),
                Column.point("mean"),
                Column.point("sd"),
                Column.point("min"),
                Column.point("max")));
        if (areUndefined) {
            columns.add(Column.right("undefined on"));
        }
        return new TextTable(
                columns,
                folds.metrics().entrySet().stream()
                        .map(entry -> row(entry, areUndefined))
                        .toList());
    }

    /** {@return an empty line, the table and its note} */
    static List<String> lines(FoldSummary folds, Layout layout) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(of(folds).lines(layout));
        lines.addAll(Paragraph.lines(NOTE, "", 2, layout.width()));
        return lines;
    }

    private static String heading(FoldSummary folds) {
        String column = DisplayText.cut(DisplayText.escaped(folds.column()), MOST_HEADING);
        return String.format(
                Locale.ROOT, "over %,d %s of %s", folds.count(), folds.count() == 1 ? "fold" : "folds", column);
    }

    private static Row row(Map.Entry<String, FoldSpread> entry, boolean areUndefined) {
        FoldSpread spread = entry.getValue();
        Digits digits = Digits.ofSpread(spread.mean(), spread.deviation());
        Stream<Cell> numbers = Stream.of(
                number(digits, spread.mean()),
                number(Digits.ofDeviation(spread.mean(), spread.deviation()), spread.deviation()),
                number(digits, spread.min()),
                number(digits, spread.max()));
        Stream<Cell> undefined = areUndefined
                ? Stream.of(
                        Cell.of(spread.undefined() == 0 ? "" : String.format(Locale.ROOT, "%,d", spread.undefined())))
                : Stream.empty();
        return new Row(
                Stream.concat(Stream.concat(Stream.of(Cell.of(entry.getKey())), numbers), undefined)
                        .toList(),
                Cell.EMPTY);
    }

    private static Cell number(Digits digits, double number) {
        return Double.isNaN(number) ? Cell.EMPTY : Cell.of(digits.plain(number));
    }
}
