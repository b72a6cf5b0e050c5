package io.github.tiercel.report;

import io.github.tiercel.gate.AdjustedPValues;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How slices stand against the baseline: for each metric the difference with its interval, the p-value adjusted for the
 * number of slices, and which way it went where that is known.
 */
final class SliceDifferences {

    private static final int MOST_METRICS = 3;

    private final ModelResult model;
    private final AdjustedPValues adjusted;

    SliceDifferences(ModelResult model) {
        this.model = model;
        this.adjusted = AdjustedPValues.of(model);
    }

    /** {@return a table with as many metrics as a screen has room for; empty where no slice is compared} */
    Optional<TextTable> fitting(List<Integer> places, Layout layout) {
        List<String> metrics = compared(places, List.copyOf(model.metrics().keySet()));
        int most = Math.min(MOST_METRICS, metrics.size());
        while (most > 1 && !table(places, metrics.subList(0, most)).fits(layout.width())) {
            most--;
        }
        return of(places, metrics.subList(0, most));
    }

    /** {@return a table of some of the metrics; empty where no slice is compared by one of them} */
    Optional<TextTable> of(List<Integer> places, List<String> metrics) {
        List<String> compared = compared(places, metrics);
        return compared.isEmpty() ? Optional.empty() : Optional.of(table(places, compared));
    }

    private List<String> compared(List<Integer> places, List<String> metrics) {
        return metrics.stream()
                .filter(metric -> places.stream()
                        .anyMatch(place -> slice(place).comparison().containsKey(metric)))
                .toList();
    }

    /** {@return what the differences are from, and what their p-values are adjusted for} */
    static String note(ModelResult model) {
        String baseline = model.baseline().map(BaselineResult::name).orElse("the baseline");
        boolean hasPValues = model.slices().stream()
                .flatMap(slice -> slice.comparison().values().stream())
                .anyMatch(difference -> difference.pValue().isPresent());
        return "Differences of slices are from " + baseline
                + (hasPValues
                        ? "; " + PValueText.BENJAMINI_HOCHBERG
                                + ": adjusted by Benjamini-Hochberg over all slices, each metric by itself"
                        : "");
    }

    private TextTable table(List<Integer> places, List<String> metrics) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.ofSlices(
                "slice",
                places.stream().map(place -> SliceName.of(slice(place))).toList()));
        for (String metric : metrics) {
            columns.add(Column.point("Δ " + SliceTable.heading(metric)));
            columns.add(Column.left(LevelHeading.of(
                    places.stream().map(place -> difference(place, metric).flatMap(Difference::interval)))));
            columns.add(Column.point(PValueText.BENJAMINI_HOCHBERG));
            columns.add(Column.left(""));
        }
        List<Row> rows = places.stream()
                .filter(place -> metrics.stream()
                        .anyMatch(metric -> difference(place, metric).isPresent()))
                .map(place -> row(place, metrics))
                .toList();
        return new TextTable(columns, rows);
    }

    private Row row(int place, List<String> metrics) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(SliceName.of(slice(place)))));
        metrics.forEach(metric -> cells.addAll(difference(place, metric)
                .map(difference -> cells(place, difference))
                .orElse(List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY))));
        return new Row(cells, Cell.EMPTY);
    }

    private List<Cell> cells(int place, Difference difference) {
        if (difference.value() instanceof Value.Defined defined) {
            Digits digits = Digits.of(defined.number(), difference.interval());
            return List.of(
                    Cell.of(digits.signed(defined.number())),
                    difference.interval().map(digits::signed).map(Cell::of).orElse(Cell.EMPTY),
                    PValueText.cell(adjusted.ofSlice(place, difference.metric())),
                    outcome(difference, adjusted.ofSlice(place, difference.metric())));
        }
        return List.of(new Cell("undefined", Tone.FAINT), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
    }

    /** Of many slices, some intervals leave out 0 by chance: only what the adjusted p-value confirms is said. */
    private static Cell outcome(Difference difference, OptionalDouble pValue) {
        boolean byChance = difference
                .interval()
                .filter(interval -> pValue.isPresent() && pValue.getAsDouble() >= 1 - interval.level())
                .isPresent();
        return byChance ? Cell.EMPTY : DifferenceColumns.outcome(difference);
    }

    private Optional<Difference> difference(int place, String metric) {
        return Optional.ofNullable(slice(place).comparison().get(metric));
    }

    private SliceResult slice(int place) {
        return model.slices().get(place);
    }

    /** {@return the places of all slices} */
    static List<Integer> all(ModelResult model) {
        return IntStream.range(0, model.slices().size()).boxed().toList();
    }
}
