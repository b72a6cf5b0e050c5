package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of a size of which two or three stand side by side, and shapes at places on its scales.
 *
 * @param x from left to right
 * @param y from bottom to top
 */
record Plot(Scale x, Scale y) {

    static final int WIDTH = 360;
    static final int HEIGHT = 330;
    static final int RIGHT = WIDTH - 14;
    static final int TOP = 12;
    static final int BOTTOM = HEIGHT - 46;

    /** Where numbers of any length stand beside the grid. */
    static final int LEFT = 58;

    /** What no screen shows makes a page longer and no clearer: lines are drawn to so many pixels. */
    private static final double TOLERANCE = 0.3;

    /** {@return a picture of some shapes within axes, with ticks at round numbers} */
    Element picture(String title, String description, String xName, List<Element> shapes) {
        return picture(title, description, new Axes(x, y, xName, x.ticks(5, 0), y.ticks(5, 0)), shapes);
    }

    /** {@return a picture of some shapes within axes} */
    Element picture(String title, String description, Axes axes, List<Element> shapes) {
        List<Element> all = new ArrayList<>(axes.drawn());
        all.addAll(shapes);
        return Svg.picture(title, description, WIDTH, HEIGHT, all);
    }

    /** {@return the dashed line that something else is to be compared with} */
    Element reference(double fromX, double fromY, double toX, double toY) {
        return Svg.dashed(Svg.line(x.at(fromX), y.at(fromY), x.at(toX), y.at(toY), Ink.GREY, 1.5));
    }

    /** {@return the line of the model that another one is compared with} */
    Element baseline(String data) {
        return Svg.dashed(Svg.path(data, Ink.ORANGE, 1.5));
    }

    Element band(List<CurvePoint> there, List<CurvePoint> back) {
        return Svg.band(slanted(there) + "L" + slanted(back).substring(1) + "Z", Ink.BLUE);
    }

    Element dot(double right, double up) {
        return Svg.dot(x.at(right), y.at(up), 3.5, Ink.BLUE);
    }

    Element upright(double at, double lower, double upper, Ink ink) {
        return Svg.line(x.at(at), y.at(lower), x.at(at), y.at(upper), ink, 1.5);
    }

    /** {@return a bar that stands on the bottom, with a gap to the next one} */
    Element bar(double from, double to, double height, Ink ink) {
        return bar(from, to, y.low(), height, ink);
    }

    Element bar(double from, double to, double bottom, double top, Ink ink) {
        double width = Math.max(0.5, x.at(to) - x.at(from) - 1);
        return Svg.bar(x.at(from), y.at(top), width, y.at(bottom) - y.at(top), ink);
    }

    /**
     * {@return many bars as one shape, in a tenth of the characters}
     *
     * @param bars parts of its path, as {@link #outline} gives them
     */
    static Element bars(Stream<String> bars, Ink ink) {
        return Svg.area(bars.collect(Collectors.joining()), ink);
    }

    /** {@return the outline of a bar with a gap to the next one; nothing of one too low to be seen} */
    String outline(double from, double to, double bottom, double top) {
        double width = Math.max(0.5, x.at(to) - x.at(from) - 1);
        double height = y.at(bottom) - y.at(top);
        return Svg.number(height).equals("0")
                ? ""
                : "M" + Svg.point(x.at(from), y.at(top)) + "h" + Svg.number(width) + "v" + Svg.number(height) + "h"
                        + Svg.number(-width) + "Z";
    }

    /** {@return a path straight from point to point, without those that a straight line passes as well} */
    String slanted(List<CurvePoint> points) {
        double[] right = points.stream().mapToDouble(point -> x.at(point.x())).toArray();
        double[] down = points.stream().mapToDouble(point -> y.at(point.y())).toArray();
        StringBuilder data = new StringBuilder();
        for (int i : Outline.of(right, down, TOLERANCE)) {
            data.append(data.isEmpty() ? "M" : "L").append(Svg.point(right[i], down[i]));
        }
        return data.toString();
    }

    /**
     * {@return a path that holds the height of the point to come: between two thresholds there is nothing in between}
     */
    String stepped(List<CurvePoint> points) {
        StringBuilder data = new StringBuilder();
        for (CurvePoint point : points) {
            String up = Svg.number(y.at(point.y()));
            data.append(data.isEmpty() ? "M" + Svg.number(x.at(0)) + " " + up : "V" + up);
            data.append("H").append(Svg.number(x.at(point.x())));
        }
        return data.toString();
    }
}
