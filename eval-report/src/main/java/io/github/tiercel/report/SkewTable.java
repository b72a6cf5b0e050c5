package io.github.tiercel.report;

import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.MissingSkew;
import io.github.tiercel.result.NumberSummary;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.SkewTest;
import io.github.tiercel.result.SkewThresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the features of two data sets differ, as text for a terminal: a line for each column, those first that differ
 * significantly and by much, then those that differ by much, then those that do so for certain; below it values that
 * the reference has not, columns that could not be compared, and the columns to look at in the last line.
 *
 * <p>Numbers, names and other text are shown as {@link ResultTable} does it. All methods may be called from any thread.
 *
 * <pre>{@code
 * System.out.print(SkewTable.render(FeatureSkew.between(training, serving).result()));
 * }</pre>
 *
 * @since 0.1
 */
public final class SkewTable {

    private static final int LEAST = 8;

    private SkewTable() {}

    /**
     * {@return the result as plain text, {@value ResultTable#DEFAULT_WIDTH} columns wide}
     *
     * @param result what a comparison found
     */
    public static String render(SkewResult result) {
        return render(result, ResultTable.DEFAULT_WIDTH, Style.PLAIN);
    }

    /**
     * {@return the result as text}
     *
     * @param result what a comparison found
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(SkewResult result, int width, Style style) {
        Layout layout = new Layout(width, style);
        List<String> table = new ArrayList<>(paragraph(header(result), layout));
        TextTable whole = table(result, true);
        table.addAll((whole.fitsWhole(width) ? whole : table(result, false)).lines(layout));
        return ResultTable.joined(List.of(table, notes(result, layout), paragraph(SkewText.summary(result), layout)));
    }

    private static List<String> paragraph(String text, Layout layout) {
        return Paragraph.lines(text, "", 2, layout.width());
    }

    private static String header(SkewResult result) {
        SkewThresholds thresholds = result.thresholds();
        return String.format(
                Locale.ROOT,
                "%s, %s, against %s, %s; large: PSI >= %s, KS >= %s or missing by %s;"
                        + " significant: p <= %s after Holm",
                result.data(),
                rows(result.dataRows()),
                result.reference(),
                rows(result.referenceRows()),
                Digits.toCopy(thresholds.psi()),
                Digits.toCopy(thresholds.ks()),
                Digits.toCopy(thresholds.missing()),
                Digits.toCopy(thresholds.alpha()));
    }

    private static String rows(int count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d row" : "%,d rows", count);
    }

    private static TextTable table(SkewResult result, boolean withMeans) {
        List<Column> columns = List.of(
                Column.left("column").shrinkingTo(LEAST),
                Column.point("PSI"),
                Column.point("KS"),
                Column.right("p, Holm"),
                Column.point("mean"),
                Column.point("before"),
                Column.point("missing"),
                Column.left("interval"),
                Column.right("p, Holm"),
                Column.left(""));
        List<Row> rows = result.columns().stream()
                .sorted(Comparator.comparingInt(SkewTable::rank)
                        .thenComparing(column -> -column.psi().orElse(0)))
                .map(column -> row(column, withMeans))
                .toList();
        return new TextTable(columns, rows);
    }

    private static int rank(ColumnSkew column) {
        return (column.isSkewed() ? 0 : 4) + (column.isLarge() ? 0 : 2) + (column.isSignificant() ? 0 : 1);
    }

    private static Row row(ColumnSkew column, boolean withMeans) {
        return Row.of(
                        Cell.of(column.name()),
                        number(column.psi()),
                        number(column.ks()),
                        pValue(column.test()),
                        withMeans ? mean(column.data()) : Cell.EMPTY,
                        withMeans ? mean(column.reference()) : Cell.EMPTY)
                .then(missing(column.missing()))
                .then(Row.of(finding(column)));
    }

    private static Cell number(OptionalDouble number) {
        return number.isPresent() ? Cell.of(String.format(Locale.ROOT, "%.3f", number.getAsDouble())) : Cell.EMPTY;
    }

    private static Cell pValue(Optional<SkewTest> test) {
        return test.map(known -> Cell.of(PValueText.of(known.adjusted()))).orElse(Cell.EMPTY);
    }

    private static Cell mean(Optional<NumberSummary> summary) {
        return summary.map(numbers ->
                        Cell.of(Digits.of(numbers.mean(), Optional.empty()).plain(numbers.mean())))
                .orElse(Cell.EMPTY);
    }

    private static Row missing(MissingSkew missing) {
        if (missing.test().isEmpty()) {
            return Row.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
        }
        Digits digits = Digits.of(missing.difference(), Optional.of(missing.interval()));
        return Row.of(
                Cell.of(digits.signed(missing.difference())),
                Cell.of(digits.signed(missing.interval())),
                pValue(missing.test()));
    }

    private static Cell finding(ColumnSkew column) {
        String found = Stream.of(column.isLarge() ? "large" : "", column.isSignificant() ? "significant" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return new Cell(found, tone(column));
    }

    private static Tone tone(ColumnSkew column) {
        if (column.isSkewed()) {
            return Tone.BAD;
        }
        return column.isLarge() ? Tone.UNSURE : Tone.FAINT;
    }

    private static List<String> notes(SkewResult result, Layout layout) {
        List<String> lines = new ArrayList<>();
        SkewText.notes(result).forEach(note -> lines.addAll(paragraph(note, layout)));
        return lines;
    }
}
