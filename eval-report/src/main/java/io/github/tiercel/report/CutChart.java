package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.CutPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How good the first ranks are, by how many of them are looked at. */
final class CutChart {

    private final List<CutPoint> points;
    private final Plot plot;

    private CutChart(List<CutPoint> points) {
        this.points = points;
        int last = points.get(points.size() - 1).k();
        this.plot = new Plot(
                new Scale(Math.min(points.get(0).k(), last - 1), last, Plot.LEFT, Plot.RIGHT),
                Scale.around(
                        points.stream().flatMapToDouble(point -> DoubleStream.of(lower(point), upper(point))),
                        Plot.BOTTOM,
                        Plot.TOP));
    }

    static Element of(List<CutPoint> points) {
        CutChart chart = new CutChart(points);
        String level = LevelHeading.of(points.stream().map(CutPoint::interval));
        return Figure.of(
                "ndcg@k",
                "Mean over queries (up, with its " + level + " at each k) of the first k ranks (right)",
                chart.picture(),
                List.of(Figure.table("ndcg by number of ranks", chart.table())));
    }

    private static double lower(CutPoint point) {
        return point.interval().map(known -> known.lower()).orElse(point.value());
    }

    private static double upper(CutPoint point) {
        return point.interval().map(known -> known.upper()).orElse(point.value());
    }

    private Element picture() {
        List<CurvePoint> back = new ArrayList<>(places(CutChart::lower));
        Collections.reverse(back);
        List<Element> shapes = new ArrayList<>();
        shapes.add(plot.band(places(CutChart::upper), back));
        shapes.add(Svg.path(plot.slanted(places(CutPoint::value)), Ink.BLUE, 2));
        points.forEach(point -> shapes.add(plot.upright(point.k(), lower(point), upper(point), Ink.BLUE)));
        points.forEach(point -> shapes.add(plot.dot(point.k(), point.value())));
        Axes axes =
                new Axes(plot.x(), plot.y(), "k", plot.x().ticks(5, 1), plot.y().ticks(5, 0));
        return plot.picture("ndcg@k", description(), axes, shapes);
    }

    private List<CurvePoint> places(ToDoubleFunction<CutPoint> height) {
        return points.stream()
                .map(point -> new CurvePoint(0, point.k(), height.applyAsDouble(point)))
                .toList();
    }

    private String description() {
        return words(points.get(0)) + "; " + words(points.get(points.size() - 1)) + ".";
    }

    private static String words(CutPoint point) {
        Digits digits = Digits.of(point.value(), point.interval());
        return "ndcg@" + point.k() + " is " + digits.plain(point.value())
                + point.interval().map(known -> " " + digits.plain(known)).orElse("");
    }

    private TextTable table() {
        List<Column> columns = List.of(Column.right("k"), Column.right("ndcg"), Column.left("interval"));
        return new TextTable(columns, points.stream().map(CutChart::row).toList());
    }

    private static Row row(CutPoint point) {
        Digits digits = Digits.of(point.value(), point.interval());
        return Row.of(
                Cell.of(Integer.toString(point.k())),
                Cell.of(digits.plain(point.value())),
                Cell.of(point.interval().map(digits::plain).orElse("")));
    }
}
