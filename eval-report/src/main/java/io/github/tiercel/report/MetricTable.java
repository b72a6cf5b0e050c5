package io.github.tiercel.report;

import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.ModelResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's metrics, with the differences from its baseline beside them, or below them where the screen is too narrow
 * for both with no name cut.
 */
final class MetricTable {

    private static final int LEAST_NAME = 12;
    private static final String BEST_F1 = "best_f1";

    private final ModelResult model;
    private final EstimateColumns own;
    private final DifferenceColumns compared;

    MetricTable(ModelResult model) {
        this.model = model;
        this.own = new EstimateColumns(model);
        this.compared = new DifferenceColumns(model);
    }

    List<String> lines(Layout layout) {
        List<String> metrics = List.copyOf(model.metrics().keySet());
        List<String> both = metrics.stream().filter(compared::covers).toList();
        TextTable whole = whole();
        if (both.isEmpty() || whole.fitsWhole(layout.width())) {
            return whole.lines(layout);
        }
        List<String> lines =
                new ArrayList<>(table(metrics, List.of(own), bestThreshold()).lines(layout));
        lines.add("");
        lines.addAll(table(both, List.of(compared), List.of()).lines(layout));
        return lines;
    }

    /** {@return metrics and differences side by side} */
    TextTable whole() {
        return table(List.copyOf(model.metrics().keySet()), List.of(own, compared), bestThreshold());
    }

    private static TextTable table(List<String> metrics, List<MetricColumns> groups, List<Row> more) {
        List<Column> columns = new ArrayList<>(List.of(Column.left("").shrinkingTo(LEAST_NAME)));
        groups.forEach(group -> columns.addAll(group.columns()));
        List<Row> rows = new ArrayList<>();
        metrics.forEach(metric -> rows.add(row(metric, groups)));
        rows.addAll(more);
        return new TextTable(columns, rows);
    }

    private static Row row(String metric, List<MetricColumns> groups) {
        return groups.stream().map(group -> group.row(metric)).reduce(Row.of(Cell.of(metric)), Row::then);
    }

    private List<Row> bestThreshold() {
        return model.thresholds().map(this::bestThreshold).orElse(List.of());
    }

    private List<Row> bestThreshold(BestThreshold best) {
        List<Row> rows = new ArrayList<>();
        if (!model.metrics().containsKey(BEST_F1)) {
            Digits digits = Digits.of(best.value(), best.interval());
            rows.add(Row.of(
                    Cell.of(BEST_F1),
                    Cell.of(digits.plain(best.value())),
                    EstimateColumns.cell(digits, best.interval())));
        }
        rows.add(Row.of(Cell.of("  at threshold"), Cell.of(Digits.toCopy(best.threshold())))
                .ending(onOtherRows(best)));
        return rows;
    }

    private static String onOtherRows(BestThreshold best) {
        return best.crossFitted().isPresent()
                ? "best_f1 on rows it was not chosen on: "
                        + Digits.of(best.value(), best.interval())
                                .plain(best.crossFitted().getAsDouble())
                : "chosen on these rows, so best_f1 is optimistic";
    }
}
