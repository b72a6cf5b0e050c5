package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.ScoreGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether what is served is what was trained, as text for a terminal: how far scores are apart, what that does to
 * metrics, the first rows beyond the tolerance and the worst ones, five of either, gates, and the verdict in the last
 * line.
 *
 * <p>Numbers, names and other text are shown as {@link ResultTable} does it; scores of single rows with the digits that
 * tell them apart. All methods may be called from any thread.
 *
 * <pre>{@code
 * System.out.print(ParityTable.render(ParityCheck.of(trained, served).result()));
 * }</pre>
 *
 * @since 0.1
 */
public final class ParityTable {

    private static final int LEAST = 12;

    private ParityTable() {}

    /**
     * {@return the result as plain text, {@value ResultTable#DEFAULT_WIDTH} columns wide}
     *
     * @param result what a check found
     */
    public static String render(ParityResult result) {
        return render(result, ResultTable.DEFAULT_WIDTH, Style.PLAIN);
    }

    /**
     * {@return the result as text}
     *
     * @param result what a check found
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(ParityResult result, int width, Style style) {
        Layout layout = new Layout(width, style);
        List<List<String>> blocks = new ArrayList<>();
        blocks.add(Stream.concat(header(result, layout).stream(), figures(result).lines(layout).stream())
                .toList());
        result.quality().ifPresent(quality -> blocks.add(quality(quality, layout)));
        blocks.addAll(new ParityRowsTable(result, layout).blocks());
        blocks.add(GateLines.of(result.gates(), layout));
        blocks.add(ResultTable.warnings(result.warnings(), layout));
        result.verdict().ifPresent(verdict -> blocks.add(List.of(VerdictLine.of(result.gates(), verdict, style))));
        return ResultTable.joined(blocks);
    }

    private static List<String> header(ParityResult result, Layout layout) {
        StringBuilder text = new StringBuilder();
        text.append(result.served()).append(" against ").append(result.reference());
        text.append(String.format(Locale.ROOT, ", %s, tolerance ", rows(result.rows())));
        text.append(result.tolerance() == 0 ? "0" : Digits.toCopy(result.tolerance()));
        result.threshold().ifPresent(threshold -> text.append(", threshold ").append(Digits.toCopy(threshold)));
        if (result.outputs().size() > 1) {
            text.append(", ").append(result.outputs().size()).append(" outputs");
        }
        List<String> lines = new ArrayList<>(Paragraph.lines(text.toString(), "", 2, layout.width()));
        if (result.isIdentical()) {
            lines.add("All scores are identical, to the last bit.");
        }
        return lines;
    }

    private static String rows(int count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
    }

    private static List<String> quality(ModelResult quality, Layout layout) {
        List<String> lines = new ArrayList<>(new MetricTable(quality).lines(layout));
        lines.addAll(FlagMarks.legend(List.copyOf(quality.metrics().values()), layout.width()));
        PValueText.note(quality).ifPresent(note -> lines.addAll(Paragraph.lines(note, "", 2, layout.width())));
        return lines;
    }

    private static TextTable figures(ParityResult result) {
        ParityFigures figures = result.figures();
        Stream<Optional<Interval>> intervals =
                Stream.of(Optional.of(figures.beyondTolerance().interval()));
        List<Column> columns = List.of(
                Column.left(""),
                Column.point("value"),
                Column.left(LevelHeading.of(intervals)),
                Column.left("").shrinkingTo(LEAST));
        List<Row> rows = new ArrayList<>(gap(figures.gap(), result.rows()));
        rows.add(share("beyond_tolerance", figures.beyondTolerance()));
        figures.labelFlips().ifPresent(flips -> rows.add(share("label_flips", flips)));
        rows.add(rankCorrelation(figures.spearman(), figures.kendall()));
        return new TextTable(columns, rows);
    }

    private static List<Row> gap(ScoreGap gap, int rows) {
        String quantiles =
                "median " + plain(gap.median()) + ", p99 " + plain(gap.p99()) + ", p99.9 " + plain(gap.p999());
        return List.of(
                Row.of(Cell.of("max_difference"), Cell.of(plain(gap.max())), Cell.EMPTY, identical(gap, rows)),
                Row.of(Cell.of("mean_difference"), Cell.of(plain(gap.mean())), Cell.EMPTY, Cell.of(quantiles)));
    }

    private static Cell identical(ScoreGap gap, int rows) {
        return Cell.of(String.format(Locale.ROOT, "%,d of %s identical", gap.identical(), rows(rows)));
    }

    private static String plain(double number) {
        return Digits.of(number, Optional.empty()).plain(number);
    }

    private static Row share(String name, RowShare share) {
        Digits digits = Digits.of(share.share(), Optional.of(share.interval()));
        return Row.of(
                Cell.of(name),
                Cell.of(digits.plain(share.share())),
                Cell.of(digits.plain(share.interval())),
                Cell.of(rows(share.count())));
    }

    private static Row rankCorrelation(Estimate spearman, Value kendall) {
        if (!(spearman.value() instanceof Value.Defined defined)) {
            return Row.of(Cell.of("rank_correlation")).ending(EstimateColumns.undefined(spearman.value()));
        }
        Digits digits = Digits.of(defined.number(), spearman.population());
        return Row.of(
                Cell.of("rank_correlation"),
                Cell.of(digits.plain(defined.number())),
                EstimateColumns.cell(digits, spearman.population()),
                Cell.of("Spearman; Kendall " + digits.plain(kendall.orNaN())));
    }
}
