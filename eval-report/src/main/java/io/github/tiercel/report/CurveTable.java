package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A few of the points of a curve in numbers: the first ones from round places to the right on; and the baseline's. */
final class CurveTable {

    private static final List<Double> PLACES =
            List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    private static final Digits RATE = new Digits(3);

    private CurveTable() {}

    static TextTable of(List<CurvePoint> points, Optional<List<CurvePoint>> baseline, String x, String y) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.right(x), Column.right(y), Column.right("score at least")));
        if (baseline.isPresent()) {
            columns.add(Column.right("baseline at"));
            columns.add(Column.right("its " + y));
        }
        List<Row> rows = new ArrayList<>();
        CurvePoint before = null;
        for (double place : PLACES) {
            CurvePoint found = from(points, place).orElse(before);
            if (found != null && !found.equals(before)) {
                Row own = row(found);
                rows.add(baseline.isPresent() ? own.then(place(baseline.get(), place)) : own);
                before = found;
            }
        }
        return new TextTable(columns, rows);
    }

    private static Optional<CurvePoint> from(List<CurvePoint> points, double place) {
        return points.stream().filter(point -> point.x() >= place).findFirst();
    }

    private static Row row(CurvePoint found) {
        return Row.of(
                Cell.of(RATE.plain(found.x())),
                Cell.of(RATE.plain(found.y())),
                Cell.of(Digits.toCopy(found.threshold())));
    }

    private static Row place(List<CurvePoint> baseline, double place) {
        return from(baseline, place)
                .map(point -> Row.of(Cell.of(RATE.plain(point.x())), Cell.of(RATE.plain(point.y()))))
                .orElse(Row.of());
    }
}
