package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several models side by side: a row each with its verdict and first metrics, and how these stand against the baseline,
 * which has the last row.
 */
final class ModelsTable {

    private static final int MOST_METRICS = 4;
    private static final int LEAST_NAME = 12;

    private final List<ModelResult> models;
    private final boolean judged;

    private ModelsTable(EvaluationResult result) {
        this.models = result.models();
        this.judged = result.verdict().isPresent();
    }

    /** {@return the table with as many metrics as a screen has room for; nothing of a single model} */
    static List<String> lines(EvaluationResult result, Layout layout) {
        ModelsTable models = new ModelsTable(result);
        List<String> metrics = models.metrics();
        if (models.models.size() == 1 || metrics.isEmpty()) {
            return List.of();
        }
        while (metrics.size() > 1 && !models.table(metrics).fits(layout.width())) {
            metrics = metrics.subList(0, metrics.size() - 1);
        }
        return models.table(metrics).lines(layout);
    }

    /** {@return the table; nothing of a single model} */
    static Optional<TextTable> of(EvaluationResult result) {
        ModelsTable models = new ModelsTable(result);
        List<String> metrics = models.metrics();
        return models.models.size() == 1 || metrics.isEmpty() ? Optional.empty() : Optional.of(models.table(metrics));
    }

    private List<String> metrics() {
        return models.get(0).metrics().keySet().stream().limit(MOST_METRICS).toList();
    }

    private TextTable table(List<String> metrics) {
        List<Column> columns = new ArrayList<>(List.of(Column.left("model").shrinkingTo(LEAST_NAME)));
        if (judged) {
            columns.add(Column.left("verdict"));
        }
        metrics.forEach(metric -> columns.add(Column.left(SliceTable.heading(metric))));
        List<Row> rows = new ArrayList<>();
        models.forEach(model -> rows.add(row(model, metrics)));
        models.get(0).baseline().map(baseline -> row(baseline, metrics)).ifPresent(rows::add);
        return new TextTable(columns, rows);
    }

    private Row row(ModelResult model, List<String> metrics) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(model.model())));
        if (judged) {
            cells.add(model.verdict()
                    .map(verdict -> new Cell(verdict.name(), Tone.of(verdict)))
                    .orElse(Cell.EMPTY));
        }
        metrics.forEach(metric -> cells.add(cell(
                model.metrics(), metric, Optional.ofNullable(model.comparison().get(metric)))));
        return new Row(cells, Cell.EMPTY);
    }

    private Row row(BaselineResult baseline, List<String> metrics) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(baseline.name() + " (baseline)")));
        if (judged) {
            cells.add(Cell.EMPTY);
        }
        metrics.forEach(metric -> cells.add(cell(baseline.metrics(), metric, Optional.empty())));
        return new Row(cells, Cell.EMPTY);
    }

    private static Cell cell(Map<String, Estimate> estimates, String metric, Optional<Difference> difference) {
        Estimate estimate = estimates.get(metric);
        if (estimate == null) {
            return Cell.EMPTY;
        }
        Cell outcome = difference.map(DifferenceColumns::outcome).orElse(Cell.EMPTY);
        String text = IntervalText.of(estimate);
        return outcome.isEmpty() ? Cell.of(text) : new Cell(text + " " + outcome.text(), outcome.tone());
    }
}
