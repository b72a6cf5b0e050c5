package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;

/** Pictures whose sides both run from 0 to 1: rates, shares and probabilities. */
final class UnitPlot {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 330;
    private static final Scale X = new Scale(0, 1, 44, WIDTH - 14);
    private static final Scale Y = new Scale(0, 1, HEIGHT - 46, 12);
    private static final List<Double> TICKS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    /** Points that no screen tells apart make a page longer and no clearer. */
    private static final double LEAST_STEP = 0.5;

    private UnitPlot() {}

    /** {@return a picture with its name and what it shows above it, and what opens below it} */
    static Element figure(String title, String what, Element picture, List<Element> below) {
        Element caption = Element.of("figcaption")
                .holding(Element.of("strong", title), Element.of("span", what).classed("faint"));
        return Element.of("figure").holding(caption, picture).holding(below);
    }

    /** {@return a picture of some shapes within axes} */
    static Element picture(String title, String description, String xName, List<Element> shapes) {
        List<Element> all = new ArrayList<>(new Axes(X, Y, xName, TICKS, TICKS).drawn());
        all.addAll(shapes);
        return Svg.picture(title, description, WIDTH, HEIGHT, all);
    }

    /** {@return the line from one place to another that a model without skill has} */
    static Element chance(double fromX, double fromY, double toX, double toY) {
        return Svg.dashed(Svg.line(X.at(fromX), Y.at(fromY), X.at(toX), Y.at(toY), Ink.GREY, 1.5));
    }

    static Element line(String data) {
        return line(data, Ink.BLUE);
    }

    static Element line(String data, Ink ink) {
        return Svg.path(data, ink, 2);
    }

    /** {@return where 0 and 1 are: left, right, bottom and top} */
    static String corners() {
        return Svg.point(X.at(0), X.at(1)) + " " + Svg.point(Y.at(0), Y.at(1));
    }

    static Element band(List<CurvePoint> there, List<CurvePoint> back) {
        return Svg.band(slanted(there) + "L" + slanted(back).substring(1) + "Z", Ink.BLUE);
    }

    static Element dot(double x, double y) {
        return Svg.dot(X.at(x), Y.at(y), 3.5, Ink.BLUE);
    }

    static Element upright(double x, double lower, double upper, Ink ink) {
        return Svg.line(X.at(x), Y.at(lower), X.at(x), Y.at(upper), ink, 1.5);
    }

    /** {@return a path straight from point to point} */
    static String slanted(List<CurvePoint> points) {
        StringBuilder data = new StringBuilder();
        CurvePoint before = null;
        for (int i = 0; i < points.size(); i++) {
            CurvePoint point = points.get(i);
            if (before == null || i == points.size() - 1 || areApart(before, point)) {
                data.append(data.isEmpty() ? "M" : "L").append(place(point.x(), point.y()));
                before = point;
            }
        }
        return data.toString();
    }

    private static boolean areApart(CurvePoint one, CurvePoint other) {
        return Math.abs(X.at(one.x()) - X.at(other.x())) >= LEAST_STEP
                || Math.abs(Y.at(one.y()) - Y.at(other.y())) >= LEAST_STEP;
    }

    /**
     * {@return a path that holds the height of the point to come: between two thresholds there is nothing in between}
     */
    static String stepped(List<CurvePoint> points) {
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
