package io.github.tiercel.report;

import io.github.tiercel.result.GateResult;
import java.util.ArrayList;
import java.util.List;

/** The gates of a model with what was held against each, and why the verdict is what it is. */
final class GateTable {

    private GateTable() {}

    static TextTable of(List<GateResult> gates) {
        String level = LevelHeading.of(gates.stream().map(GateResult::interval));
        List<Column> columns = List.of(
                Column.left("result"),
                Column.left("rule"),
                Column.point("observed"),
                Column.left(level),
                Column.left("why"));
        return new TextTable(columns, gates.stream().map(GateTable::row).toList());
    }

    private static Row row(GateResult gate) {
        List<Cell> cells = new ArrayList<>(GateLines.row(gate).cells());
        cells.set(0, new Cell(VerdictBanner.icon(gate.verdict()) + " " + gate.verdict(), Tone.of(gate.verdict())));
        cells.add(Cell.of(gate.explanation()));
        return new Row(cells, Cell.EMPTY);
    }
}
