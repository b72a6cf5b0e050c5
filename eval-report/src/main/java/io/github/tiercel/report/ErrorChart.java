package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.regression.ErrorCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which share of the rows is within which absolute error, up to that of all but a hundredth of them. */
final class ErrorChart {

    private static final double MOST = 0.99;
    private static final List<Double> TICKS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0);

    private final ErrorCurve curve;
    private final Digits digits;
    private final Plot plot;

    private ErrorChart(ErrorCurve curve) {
        this.curve = curve;
        // A hundredth of the middle error is not seen, and no reader asks for it.
        this.digits = Digits.ofMargin(curve.errorOf(0.5) / 5);
        double end = curve.errorOf(MOST);
        this.plot = new Plot(
                new Scale(0, end > 0 ? end : 1, Plot.LEFT, Plot.RIGHT), new Scale(0, 1, Plot.BOTTOM, Plot.TOP));
    }

    static Element of(ErrorCurve curve) {
        ErrorChart chart = new ErrorChart(curve);
        return Figure.of(
                "Rows within an error",
                "Share of rows (up) whose absolute error is at most a number (right); half are within "
                        + chart.error(0.5) + ", nine in ten within " + chart.error(0.9),
                chart.picture(),
                List.of(Figure.table("Absolute errors", chart.table())));
    }

    private String error(double share) {
        return digits.plain(curve.errorOf(share));
    }

    private Element picture() {
        double end = plot.x().high();
        List<CurvePoint> points = new ArrayList<>(Stream.concat(
                        Stream.of(new CurvePoint(0, 0, 0)),
                        curve.points().stream()
                                .filter(point -> point.error() <= end)
                                .map(point -> new CurvePoint(0, point.error(), point.share())))
                .toList());
        List<Element> shapes = new ArrayList<>();
        Stream.of(0.5, 0.9).forEach(share -> {
            shapes.add(plot.reference(0, share, curve.errorOf(share), share));
            shapes.add(plot.reference(curve.errorOf(share), 0, curve.errorOf(share), share));
        });
        shapes.add(Svg.path(plot.slanted(points), Ink.BLUE, 2));
        Axes axes = new Axes(plot.x(), plot.y(), "absolute error", plot.x().ticks(5, 0), TICKS);
        return plot.picture(
                "Rows within an error",
                "Half of the rows are within " + error(0.5) + ", nine in ten within " + error(0.9) + ", all within "
                        + error(1) + "; dashed lines mark the first two.",
                axes,
                shapes);
    }

    private TextTable table() {
        return new TextTable(
                List.of(Column.right("share of rows"), Column.right("within")),
                SHARES.stream()
                        .map(share -> Row.of(Cell.of(Shares.percent(share)), Cell.of(error(share))))
                        .toList());
    }
}
