package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One line a slice, with the first of the metrics: three, or fewer where the screen is narrow. */
final class SliceTable {

    private static final int LEAST_NAME = 16;
    private static final int MOST_METRICS = 3;
    private static final int MOST_HEADING = 20;

    private final ModelResult model;
    private final Layout layout;
    private final List<String> metrics;

    SliceTable(ModelResult model, Layout layout) {
        this.model = model;
        this.layout = layout;
        this.metrics = fitting(model, layout);
    }

    private static List<String> fitting(ModelResult model, Layout layout) {
        List<String> metrics =
                model.metrics().keySet().stream().limit(MOST_METRICS).toList();
        while (metrics.size() > 1 && !table(model, metrics).fits(layout.width())) {
            metrics = metrics.subList(0, metrics.size() - 1);
        }
        return metrics;
    }

    /** {@return an empty line and the table; nothing without slices} */
    List<String> lines() {
        if (model.slices().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table(model, metrics).lines(layout));
        return lines;
    }

    /** {@return the estimates in the table} */
    List<Estimate> estimates() {
        return model.slices().stream()
                .flatMap(slice -> metrics.stream().map(metric -> estimate(slice, metric)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Estimate> estimate(SliceResult slice, String metric) {
        return Optional.ofNullable(slice.metrics().get(metric));
    }

    /** {@return one row a slice, with so many of the metrics} */
    static TextTable table(ModelResult model, List<String> metrics) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("slice").shrinkingTo(LEAST_NAME));
        columns.add(Column.right("rows"));
        columns.add(Column.right(supportHeading(model)));
        metrics.forEach(metric -> columns.add(Column.left(heading(metric))));
        return new TextTable(
                columns,
                model.slices().stream().map(slice -> row(slice, metrics)).toList());
    }

    private static Row row(SliceResult slice, List<String> metrics) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(slice.column() + "=" + slice.value()));
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
