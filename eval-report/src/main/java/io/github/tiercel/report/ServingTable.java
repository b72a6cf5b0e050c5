package io.github.tiercel.report;

import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Latency with a column for each batch size and way of asking, a row for each percentile. */
final class ServingTable {

    private ServingTable() {}

    static TextTable of(List<LatencyProfile> latency) {
        List<Column> columns = new ArrayList<>(List.of(Column.left("calls of")));
        latency.forEach(one -> columns.add(Column.left(ServingText.setting(one))));
        List<Row> rows = new ArrayList<>();
        latency.stream()
                .map(LatencyProfile::percentiles)
                .map(Map::keySet)
                .flatMap(names -> names.stream())
                .distinct()
                .sorted()
                .forEach(name -> rows.add(row(latency, name, one -> percentile(one, name))));
        rows.add(row(latency, "mean", one -> millis(one.meanMillis())));
        rows.add(row(latency, "longest", one -> millis(one.maxMillis())));
        rows.add(row(
                latency, "calls in runs", one -> String.format(Locale.ROOT, "%,d in %,d", one.calls(), one.runs())));
        return new TextTable(columns, rows);
    }

    private static Row row(List<LatencyProfile> latency, String name, Function<LatencyProfile, String> text) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
        latency.stream().map(text).map(Cell::of).forEach(cells::add);
        return new Row(cells, Cell.EMPTY);
    }

    private static String percentile(LatencyProfile latency, String name) {
        Optional<LatencyPercentile> found =
                Optional.ofNullable(latency.percentiles().get(name));
        return found.map(ServingText::of).orElse("");
    }

    private static String millis(double millis) {
        return Digits.of(millis, Optional.empty()).plain(millis) + " ms";
    }
}
