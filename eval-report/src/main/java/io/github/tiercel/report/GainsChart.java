package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.Curves;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many of the positive rows are among the rows of the highest scores: what a list to work through is worth. */
final class GainsChart {

    private static final int TENTHS = 10;

    private final List<CurvePoint> points;

    private GainsChart(List<CurvePoint> points) {
        this.points = points;
    }

    /** {@return the picture, from the points of the ROC curve and the share of positive rows; empty without these} */
    static Optional<Element> of(Curves curves) {
        List<CurvePoint> ofRecall = curves.precisionRecall().points();
        if (ofRecall.isEmpty() || curves.roc().points().isEmpty()) {
            return Optional.empty();
        }
        // With every row predicted positive, precision is the share of positives.
        double positives = ofRecall.get(ofRecall.size() - 1).y();
        List<CurvePoint> points = curves.roc().points().stream()
                .map(point -> new CurvePoint(
                        point.threshold(), positives * point.y() + (1 - positives) * point.x(), point.y()))
                .toList();
        return Optional.of(new GainsChart(points).figure());
    }

    private Element figure() {
        return Figure.of(
                "Cumulative gains",
                "Share of positives found (up) among the rows of the highest scores (right); the highest fifth holds "
                        + percent(found(0.2)),
                UnitPlot.picture(
                        "Cumulative gains",
                        "The highest tenth of the scores holds " + percent(found(0.1))
                                + " of the positives, the highest half " + percent(found(0.5))
                                + "; the dashed diagonal is a model without skill.",
                        "share of rows, highest scores first",
                        List.of(UnitPlot.chance(0, 0, 1, 1), UnitPlot.line(UnitPlot.slanted(points)))),
                List.of(Figure.table("Gains and lift by tenths", table())));
    }

    private TextTable table() {
        List<Column> columns =
                List.of(Column.right("highest scores"), Column.right("positives found"), Column.right("lift"));
        return new TextTable(
                columns,
                IntStream.rangeClosed(1, TENTHS)
                        .mapToObj(tenth -> row((double) tenth / TENTHS))
                        .toList());
    }

    private Row row(double share) {
        double found = found(share);
        return new Row(
                List.of(
                        Cell.of(percent(share)),
                        Cell.of(percent(found)),
                        Cell.of(String.format(Locale.ROOT, "%.2f", found / share))),
                Cell.EMPTY);
    }

    /** Between two thresholds, rows of equal scores are taken evenly. */
    private double found(double share) {
        CurvePoint before = points.get(0);
        for (CurvePoint point : points) {
            if (point.x() >= share) {
                double width = point.x() - before.x();
                double part = width > 0 ? (share - before.x()) / width : 1;
                return before.y() + part * (point.y() - before.y());
            }
            before = point;
        }
        return before.y();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
