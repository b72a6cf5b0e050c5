package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line a slice, with the first of the metrics: three, or fewer where the screen is narrow; and of many slices those
 * that matter most.
 */
final class SliceTable {

    private static final int MOST_METRICS = 3;
    private static final int MOST_HEADING = 20;
    private static final int MOST_SLICES = 24;

    private final ModelResult model;
    private final Layout layout;
    private final SliceChoice choice;
    private final List<String> metrics;

    SliceTable(ModelResult model, Layout layout) {
        this.model = model;
        this.layout = layout;
        this.choice = SliceChoice.of(model, new SliceGates(model), MOST_SLICES);
        this.metrics = fitting();
    }

    private List<String> fitting() {
        List<String> fitting =
                model.metrics().keySet().stream().limit(MOST_METRICS).toList();
        while (fitting.size() > 1 && !table(model, choice.places(), fitting).fits(layout.width())) {
            fitting = fitting.subList(0, fitting.size() - 1);
        }
        return fitting;
    }

    /** {@return an empty line and the table, and another one of differences; nothing without slices} */
    List<String> lines() {
        if (model.slices().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table(model, choice.places(), metrics).lines(layout));
        choice.note().ifPresent(note -> lines.addAll(Paragraph.lines(note, "", 2, layout.width())));
        new SliceDifferences(model).fitting(choice.places(), layout).ifPresent(table -> {
            lines.add("");
            lines.addAll(table.lines(layout));
            lines.addAll(Paragraph.lines(SliceDifferences.note(model), "", 2, layout.width()));
        });
        return lines;
    }

    /** {@return the estimates in the table} */
    List<Estimate> estimates() {
        return choice.places().stream()
                .map(model.slices()::get)
                .flatMap(slice -> metrics.stream().map(metric -> estimate(slice, metric)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Estimate> estimate(SliceResult slice, String metric) {
        return Optional.ofNullable(slice.metrics().get(metric));
    }

    /** {@return one row a slice, with so many of the metrics} */
    static TextTable table(ModelResult model, List<Integer> places, List<String> metrics) {
        List<SliceResult> slices = places.stream().map(model.slices()::get).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.ofSlices("slice", slices.stream().map(SliceName::of).toList()));
        columns.add(Column.right("rows"));
        columns.add(Column.right(supportHeading(model)));
        metrics.forEach(metric -> columns.add(Column.left(heading(metric))));
        return new TextTable(
                columns, slices.stream().map(slice -> row(slice, metrics)).toList());
    }

    private static Row row(SliceResult slice, List<String> metrics) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(SliceName.of(slice)));
        cells.add(Cell.of(String.format(Locale.ROOT, "%,d", slice.rows())));
        cells.add(support(slice.support()));
        metrics.forEach(metric -> cells.add(estimate(slice, metric)
                .map(found -> FlagMarks.cell(found, IntervalText.of(found)))
                .orElse(Cell.EMPTY)));
        return new Row(cells, Cell.EMPTY);
    }

    private static String supportHeading(ModelResult model) {
        return model.slices().stream()
                .map(slice -> heading(slice.support().unit()))
                .findFirst()
                .orElse("");
    }

    static String heading(Support.Unit unit) {
        return switch (unit) {
            case POSITIVES -> "positive";
            case RAREST_CLASS -> "rarest class";
            case QUERIES -> "queries";
            case ROWS -> "";
        };
    }

    /** Empty where rows are the evidence: they have a column of their own. */
    static Cell support(Support support) {
        return support.unit() == Support.Unit.ROWS
                ? Cell.EMPTY
                : Cell.of(String.format(Locale.ROOT, "%,d", support.count()));
    }

    /** {@return a metric's name as a heading, cut where it is long} */
    static String heading(String metric) {
        return DisplayText.cut(DisplayText.escaped(metric), MOST_HEADING);
    }
}
