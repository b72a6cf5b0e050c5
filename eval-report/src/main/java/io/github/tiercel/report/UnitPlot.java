package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.List;

/** Pictures whose sides both run from 0 to 1: rates, shares and probabilities. */
final class UnitPlot {

    private static final int LEFT = 44;
    static final Plot PLOT = new Plot(new Scale(0, 1, LEFT, Plot.RIGHT), new Scale(0, 1, Plot.BOTTOM, Plot.TOP));
    private static final List<Double> TICKS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private UnitPlot() {}

    /** {@return a picture of some shapes within axes} */
    static Element picture(String title, String description, String xName, List<Element> shapes) {
        return PLOT.picture(title, description, new Axes(PLOT.x(), PLOT.y(), xName, TICKS, TICKS), shapes);
    }

    /** {@return the line from one place to another that a model without skill has} */
    static Element chance(double fromX, double fromY, double toX, double toY) {
        return PLOT.reference(fromX, fromY, toX, toY);
    }

    static Element line(String data) {
        return line(data, Ink.BLUE);
    }

    static Element line(String data, Ink ink) {
        return Svg.path(data, ink, 2);
    }

    /** {@return where 0 and 1 are: left, right, bottom and top} */
    static String corners() {
        return Svg.point(PLOT.x().at(0), PLOT.x().at(1)) + " "
                + Svg.point(PLOT.y().at(0), PLOT.y().at(1));
    }

    static Element dot(double x, double y) {
        return PLOT.dot(x, y);
    }

    static Element upright(double x, double lower, double upper, Ink ink) {
        return PLOT.upright(x, lower, upper, ink);
    }

    /** {@return a path straight from point to point} */
    static String slanted(List<CurvePoint> points) {
        return PLOT.slanted(points);
    }

    /** {@return a path that holds the height of the point to come} */
    static String stepped(List<CurvePoint> points) {
        return PLOT.stepped(points);
    }

    /** {@return where a place within both sides is} */
    static double right(double x) {
        return PLOT.x().at(x);
    }

    static double down(double y) {
        return PLOT.y().at(y);
    }
}
