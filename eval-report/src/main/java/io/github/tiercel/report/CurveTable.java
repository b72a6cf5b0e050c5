package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;

/** A few of the points of a curve in numbers: the first ones from round places to the right on. */
final class CurveTable {

    private static final List<Double> PLACES =
            List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    private static final Digits RATE = new Digits(3);

    private CurveTable() {}

    static TextTable of(List<CurvePoint> points, String x, String y) {
        List<Row> rows = new ArrayList<>();
        CurvePoint before = null;
        for (double place : PLACES) {
            CurvePoint found = points.stream()
                    .filter(point -> point.x() >= place)
                    .findFirst()
                    .orElse(before);
            if (found != null && !found.equals(before)) {
                rows.add(Row.of(
                        Cell.of(RATE.plain(found.x())),
                        Cell.of(RATE.plain(found.y())),
                        Cell.of(Digits.toCopy(found.threshold()))));
                before = found;
            }
        }
        return new TextTable(List.of(Column.right(x), Column.right(y), Column.right("score at least")), rows);
    }
}
