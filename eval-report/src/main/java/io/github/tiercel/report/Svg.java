package io.github.tiercel.report;

import java.util.List;

/** The shapes of pictures, in pixels from the upper left corner. */
final class Svg {

    private static final int DASH = 5;

    private Svg() {}

    /** {@return a picture with its name and, for those who do not see it, what it shows} */
    static Element picture(String title, String description, int width, int height, List<? extends Markup> shapes) {
        // Width and height keep its size where styles are dropped; without them it would fill the page.
        return Element.of("svg")
                .with("role", "img")
                .with("width", Integer.toString(width))
                .with("height", Integer.toString(height))
                .with("viewBox", "0 0 " + width + " " + height)
                .holding(Element.of("title", title), Element.of("desc", description))
                .holding(shapes);
    }

    static Element line(double x1, double y1, double x2, double y2, Ink ink, double width) {
        Element line = Element.of("line")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
        return ink.stroking(line, width);
    }

    static Element path(String data, Ink ink, double width) {
        return ink.stroking(Element.of("path").with("d", data), width).with("stroke-linejoin", "round");
    }

    static Element dashed(Element shape) {
        return shape.with("stroke-dasharray", DASH + " " + DASH);
    }

    static Element area(String data, Ink ink) {
        return ink.filling(Element.of("path").with("d", data));
    }

    static Element band(String data, Ink ink) {
        return area(data, ink).with("fill-opacity", "0.2");
    }

    static Element dot(double x, double y, double radius, Ink ink) {
        return ink.filling(circle(x, y, radius));
    }

    static Element ring(double x, double y, double radius, Ink ink) {
        return ink.stroking(circle(x, y, radius), 2);
    }

    private static Element circle(double x, double y, double radius) {
        return Element.of("circle").with("cx", number(x)).with("cy", number(y)).with("r", number(radius));
    }

    static Element diamond(double x, double y, double radius, Ink ink) {
        return area(diamond(x, y, radius), ink);
    }

    private static String diamond(double x, double y, double radius) {
        return "M" + point(x, y - radius) + "L" + point(x + radius, y) + "L" + point(x, y + radius) + "L"
                + point(x - radius, y) + "Z";
    }

    static Element hollowDiamond(double x, double y, double radius, Ink ink) {
        return ink.stroking(Element.of("path").with("d", diamond(x, y, radius)), 1.5);
    }

    static Element square(double x, double y, double half, Ink ink) {
        return bar(x - half, y - half, 2 * half, 2 * half, ink);
    }

    static Element bar(double x, double y, double width, double height, Ink ink) {
        return ink.filling(Element.of("rect")
                .with("x", number(x))
                .with("y", number(y))
                .with("width", number(width))
                .with("height", number(height)));
    }

    static Element cross(double x, double y, double radius, Ink ink) {
        String data = "M" + point(x - radius, y - radius) + "L" + point(x + radius, y + radius) + "M"
                + point(x - radius, y + radius) + "L" + point(x + radius, y - radius);
        return path(data, ink, 2);
    }

    /** {@return text whose start, middle or end stands at a place} */
    static Element label(double x, double y, String anchor, String text) {
        return Ink.LABEL
                .filling(Element.of("text", text))
                .with("x", number(x))
                .with("y", number(y))
                .with("text-anchor", anchor)
                .with("font-size", "12");
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** {@return a coordinate to a tenth of a pixel} */
    static String number(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        String sign = tenths < 0 ? "-" : "";
        long rest = Math.abs(tenths) % 10;
        return sign + Math.abs(tenths) / 10 + (rest == 0 ? "" : "." + rest);
    }
}
