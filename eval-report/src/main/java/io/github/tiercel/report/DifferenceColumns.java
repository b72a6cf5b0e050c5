package io.github.tiercel.report;

import io.github.tiercel.gate.AdjustedPValues;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ModelResult;
import java.util.List;
import java.util.Optional;

/**
 * The baseline's value of each metric, the difference from it with its p-value, and which way it went where that is
 * known. Where gates name metrics, the p-values of these are adjusted for their number, and the others are not and say
 * so.
 */
final class DifferenceColumns implements MetricColumns {

    private static final int MOST_NAME = 14;

    private final ModelResult model;
    private final AdjustedPValues adjusted;

    DifferenceColumns(ModelResult model) {
        this.model = model;
        this.adjusted = AdjustedPValues.of(model);
    }

    /** {@return whether there is anything to say of a metric} */
    boolean covers(String metric) {
        return model.comparison().containsKey(metric)
                || model.baseline()
                        .filter(baseline -> baseline.metrics().containsKey(metric))
                        .isPresent();
    }

    @Override
    public List<Column> columns() {
        boolean paired = model.comparison().values().stream().allMatch(Difference::paired);
        String level = LevelHeading.of(model.comparison().values().stream().map(Difference::interval));
        return List.of(
                Column.point(baselineName()),
                Column.point(paired ? "difference" : "unpaired difference"),
                Column.left(level),
                Column.point(PValueText.heading(adjusted)),
                Column.left(""));
    }

    private String baselineName() {
        String name = model.baseline().map(BaselineResult::name).orElse("baseline");
        return DisplayText.cut(DisplayText.escaped(name), MOST_NAME);
    }

    @Override
    public Row row(String metric) {
        Optional<Difference> difference = Optional.ofNullable(model.comparison().get(metric));
        return baseline(metric).then(difference.map(this::row).orElse(Row.of()));
    }

    private Row baseline(String metric) {
        Optional<Estimate> estimate =
                model.baseline().map(baseline -> baseline.metrics().get(metric));
        if (estimate.isEmpty()) {
            return Row.of(Cell.EMPTY);
        }
        if (estimate.get().value() instanceof Value.Defined defined) {
            Digits digits = Digits.of(defined.number(), estimate.get().population());
            return Row.of(Cell.of(digits.plain(defined.number())));
        }
        return Row.of().ending(EstimateColumns.undefined(estimate.get().value()));
    }

    private Row row(Difference difference) {
        if (difference.value() instanceof Value.Defined defined) {
            Digits digits = Digits.of(defined.number(), difference.interval());
            Cell interval =
                    difference.interval().map(digits::signed).map(Cell::of).orElse(Cell.EMPTY);
            return Row.of(
                    Cell.of(digits.signed(defined.number())),
                    interval,
                    PValueText.cell(difference, adjusted),
                    outcome(difference));
        }
        return Row.of().ending(EstimateColumns.undefined(difference.value()));
    }

    /**
     * Says nothing where the interval holds 0, since such a difference may be noise, or where neither end is better.
     */
    static Cell outcome(Difference difference) {
        Optional<Interval> apart = difference.interval().filter(interval -> !interval.contains(0));
        double gain = apart.map(interval -> difference.direction().gain(interval.lower() > 0 ? 1 : -1))
                .orElse(0.0);
        if (gain == 0) {
            return Cell.EMPTY;
        }
        return gain > 0 ? new Cell("better", Tone.GOOD) : new Cell("worse", Tone.BAD);
    }
}
