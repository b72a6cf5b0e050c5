package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Grid, ticks and names around a plot.
 *
 * @param x from left to right
 * @param y from bottom to top
 * @param xName what runs to the right
 * @param xTicks where the grid has upright lines
 * @param yTicks where it has level ones
 */
record Axes(Scale x, Scale y, String xName, List<Double> xTicks, List<Double> yTicks) {

    private static final int TEXT = 4;
    static final int TICK_LABEL = 18;
    private static final int NAME = 38;

    List<Element> drawn() {
        List<Element> shapes = new ArrayList<>();
        for (double tick : yTicks) {
            shapes.add(Svg.line(x.from(), y.at(tick), x.to(), y.at(tick), Ink.GRID, 1));
            shapes.add(Svg.label(x.from() - 2 * TEXT, y.at(tick) + TEXT, "end", Scale.label(tick, yTicks)));
        }
        for (double tick : xTicks) {
            shapes.add(Svg.line(x.at(tick), y.from(), x.at(tick), y.to(), Ink.GRID, 1));
            shapes.add(Svg.label(x.at(tick), y.from() + TICK_LABEL, "middle", Scale.label(tick, xTicks)));
        }
        shapes.add(Svg.label((x.from() + x.to()) / 2, y.from() + NAME, "middle", xName));
        return shapes;
    }
}
