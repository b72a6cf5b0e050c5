package io.github.tiercel.report;

import io.github.tiercel.result.LatencyProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The percentiles of latency, a row for each batch size and way of asking. */
final class ServingTable {

    private ServingTable() {}

    static TextTable of(List<LatencyProfile> latency) {
        List<String> names = latency.stream()
                .flatMap(one -> one.percentiles().keySet().stream())
                .distinct()
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.left("calls of")));
        names.forEach(name -> columns.add(Column.left(name)));
        columns.addAll(List.of(Column.right("longest"), Column.right("calls"), Column.right("runs"), Column.left("")));
        return new TextTable(
                columns, latency.stream().map(one -> row(one, names)).toList());
    }

    private static Row row(LatencyProfile latency, List<String> names) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(ServingText.setting(latency))));
        names.forEach(name ->
                cells.add(Cell.of(Optional.ofNullable(latency.percentiles().get(name))
                        .map(ServingText::of)
                        .orElse(""))));
        cells.add(Cell.of(Digits.of(latency.maxMillis(), Optional.empty()).plain(latency.maxMillis()) + " ms"));
        cells.add(Cell.of(String.format(Locale.ROOT, "%,d", latency.calls())));
        cells.add(Cell.of(Integer.toString(latency.runs())));
        cells.add(latency.noise()
                .map(noise -> new Cell("noisy: " + noise, Tone.UNSURE))
                .orElse(Cell.EMPTY));
        return new Row(cells, Cell.EMPTY);
    }
}
