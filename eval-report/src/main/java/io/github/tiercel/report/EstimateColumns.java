package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.ModelResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The value of each metric, its intervals and the marks of its flags. */
final class EstimateColumns implements MetricColumns {

    private final ModelResult model;

    EstimateColumns(ModelResult model) {
        this.model = model;
    }

    @Override
    public List<Column> columns() {
        String level = LevelHeading.of(model.metrics().values().stream().map(Estimate::population));
        String fullSet = String.format(Locale.ROOT, "on all %,d rows", model.rowsTotal());
        return List.of(Column.point("value"), Column.left(level), Column.left(fullSet), Column.left(""));
    }

    @Override
    public Row row(String metric) {
        Estimate estimate = model.metric(metric);
        if (estimate.value() instanceof Value.Defined defined) {
            Digits digits = Digits.of(defined.number(), estimate.population());
            return Row.of(
                    Cell.of(digits.plain(defined.number())),
                    cell(digits, estimate.population()),
                    cell(digits, estimate.fullSet()),
                    Cell.of(FlagMarks.of(estimate)));
        }
        return Row.of().ending(undefined(estimate.value()));
    }

    static String undefined(Value value) {
        return "undefined: " + value.reason().map(reason -> reason.sentence()).orElse("no reason given");
    }

    static Cell cell(Digits digits, Optional<Interval> interval) {
        return interval.map(digits::plain).map(Cell::of).orElse(Cell.EMPTY);
    }
}
