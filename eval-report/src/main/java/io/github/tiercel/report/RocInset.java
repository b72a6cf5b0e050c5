package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The upper left corner of a ROC curve, enlarged: where the curve of a very good model is, and its band too narrow to
 * be seen at full scale.
 */
final class RocInset {

    /** From here on the lower right half of the picture is empty, and all that matters is in the corner. */
    private static final double LEAST_AREA = 0.95;

    private static final double CLOSER_FROM = 0.99;

    /** How many times the frame is drawn: all of the curve where a fifth of it is in the frame. */
    private static final int AROUND = 5;

    private static final double LEFT = 0.44;
    private static final double RIGHT = 0.96;
    private static final double BELOW = 0.14;
    private static final double ABOVE = 0.66;

    private final double span;
    private final double x = UnitPlot.right(LEFT);
    private final double y = UnitPlot.down(ABOVE);
    private final double width = UnitPlot.right(RIGHT) - x;
    private final double height = UnitPlot.down(BELOW) - y;

    private RocInset(double span) {
        this.span = span;
    }

    /** {@return the corner; empty where the curve is not that good} */
    static List<Element> of(List<CurvePoint> points, Optional<CurveBand> band, Optional<List<CurvePoint>> baseline) {
        double area = area(points);
        if (!(area > LEAST_AREA)) {
            return List.of();
        }
        return new RocInset(area > CLOSER_FROM ? 0.1 : 0.2).drawn(points, band, baseline);
    }

    /** {@return the area under the points} */
    static double area(List<CurvePoint> points) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            CurvePoint one = points.get(i - 1);
            CurvePoint next = points.get(i);
            area += (next.x() - one.x()) * (one.y() + next.y()) / 2;
        }
        return area;
    }

    private List<Element> drawn(
            List<CurvePoint> points, Optional<CurveBand> band, Optional<List<CurvePoint>> baseline) {
        // What lies beyond the frame is drawn too, and cut off by it: so lines leave it at their slope.
        Plot plot = new Plot(
                new Scale(0, AROUND * span, 0, AROUND * width), new Scale(1 - AROUND * span, 1, AROUND * height, 0));
        List<Element> inside = new ArrayList<>();
        band.ifPresent(known -> inside.add(CurveCharts.rising(known, plot)));
        baseline.ifPresent(other -> inside.add(plot.baseline(plot.slanted(other))));
        inside.add(Svg.path(plot.slanted(points), Ink.BLUE, 2));
        Element frame = Element.of("svg")
                .with("aria-hidden", "true")
                .with("x", Svg.number(x))
                .with("y", Svg.number(y))
                .with("width", Svg.number(width))
                .with("height", Svg.number(height))
                .holding(inside);
        List<Element> shapes = new ArrayList<>();
        shapes.add(Svg.bar(x - 32, y - 12, width + 46, height + 36, Ink.PAPER));
        shapes.add(frame);
        shapes.add(Svg.path(
                "M" + Svg.point(x, y) + "h" + Svg.number(width) + "v" + Svg.number(height) + "h-" + Svg.number(width)
                        + "Z",
                Ink.GREY,
                1));
        shapes.addAll(labels());
        return shapes;
    }

    private List<Element> labels() {
        Digits digits = new Digits(1);
        return List.of(
                Svg.label(x, y + height + 16, "middle", digits.plain(0)),
                Svg.label(x + width, y + height + 16, "middle", digits.plain(span)),
                Svg.label(x - 6, y + height + 4, "end", digits.plain(1 - span)),
                Svg.label(x - 6, y + 6, "end", digits.plain(1)),
                Svg.label(x + width - 8, y + height - 10, "end", "upper left corner"));
    }
}
