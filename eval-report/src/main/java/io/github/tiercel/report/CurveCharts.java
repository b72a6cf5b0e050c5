package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.Curves;
import java.util.ArrayList;
import java.util.List;

/** The curves of a model, each in its own picture. */
final class CurveCharts {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 330;
    private static final Scale X = new Scale(0, 1, 44, WIDTH - 14);
    private static final Scale Y = new Scale(0, 1, HEIGHT - 46, 12);
    private static final List<Double> TICKS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private CurveCharts() {}

    static List<Element> of(Curves curves) {
        return List.of(
                figure("ROC curve", "True positive rate (up) against false positive rate (right)", roc(curves)),
                figure("Precision–recall curve", "Precision (up) against recall (right)", precisionRecall(curves)));
    }

    private static Element figure(String title, String what, Element picture) {
        Element caption = Element.of("figcaption")
                .holding(Element.of("strong", title), Element.of("span", what).classed("faint"));
        return Element.of("figure").holding(caption, picture);
    }

    private static Element roc(Curves curves) {
        List<CurvePoint> points = plotted(curves.roc().points());
        List<Element> shapes = axes("false positive rate");
        shapes.add(Svg.dashed(Svg.line(X.at(0), Y.at(0), X.at(1), Y.at(1), Ink.GREY, 1.5)));
        shapes.add(Svg.path(slanted(points), Ink.BLUE, 2));
        return Svg.picture(
                "ROC curve",
                points.size() + " points of true positive rate against false positive rate; the dashed diagonal is a"
                        + " model without skill.",
                WIDTH,
                HEIGHT,
                shapes);
    }

    private static Element precisionRecall(Curves curves) {
        List<CurvePoint> points = plotted(curves.precisionRecall().points());
        List<Element> shapes = axes("recall");
        if (!points.isEmpty()) {
            // With every row predicted positive, precision is the share of positives: what chance reaches anywhere.
            double chance = points.get(points.size() - 1).y();
            shapes.add(Svg.dashed(Svg.line(X.at(0), Y.at(chance), X.at(1), Y.at(chance), Ink.GREY, 1.5)));
        }
        shapes.add(Svg.path(stepped(points), Ink.BLUE, 2));
        return Svg.picture(
                "Precision–recall curve",
                points.size() + " points of precision against recall; the dashed line is a model without skill.",
                WIDTH,
                HEIGHT,
                shapes);
    }

    private static List<Element> axes(String xName) {
        return new ArrayList<>(new Axes(X, Y, xName, TICKS, TICKS).drawn());
    }

    private static List<CurvePoint> plotted(List<CurvePoint> points) {
        return points.stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .toList();
    }

    private static String slanted(List<CurvePoint> points) {
        StringBuilder data = new StringBuilder();
        points.forEach(point -> data.append(data.isEmpty() ? "M" : "L").append(place(point.x(), point.y())));
        return data.toString();
    }

    /** Precision holds from the recall before up to its own: between two thresholds there is nothing in between. */
    private static String stepped(List<CurvePoint> points) {
        StringBuilder data = new StringBuilder();
        double before = 0;
        for (CurvePoint point : points) {
            data.append(data.isEmpty() ? "M" : "L").append(place(before, point.y()));
            data.append("L").append(place(point.x(), point.y()));
            before = point.x();
        }
        return data.toString();
    }

    private static String place(double x, double y) {
        return Svg.point(X.at(x), Y.at(y));
    }
}
