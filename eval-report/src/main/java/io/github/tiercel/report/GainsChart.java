package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a list of the highest scores to work through is worth: the positives found, and how many times chance that is.
 */
final class GainsChart {

    private static final int TENTHS = 10;
    private static final int LEFT = 44;
    private static final String SHARE = "share of rows, highest scores first";

    private final Gains own;
    private final Optional<Gains> baseline;

    private GainsChart(Gains own, Optional<Gains> baseline) {
        this.own = own;
        this.baseline = baseline;
    }

    /** {@return the pictures of gains and of lift} */
    static List<Element> of(Gains own, Optional<Gains> baseline) {
        GainsChart chart = new GainsChart(own, baseline);
        List<Element> figures = new ArrayList<>(List.of(chart.gains()));
        if (!own.lifts().isEmpty()) {
            figures.add(chart.lift());
        }
        return figures;
    }

    private Element gains() {
        List<Element> shapes = new ArrayList<>(List.of(UnitPlot.chance(0, 0, 1, 1)));
        baseline.ifPresent(other -> shapes.add(UnitPlot.PLOT.baseline(UnitPlot.slanted(other.points()))));
        shapes.add(UnitPlot.line(UnitPlot.slanted(own.points())));
        return Figure.of(
                "Cumulative gains",
                "Share of positives found (up) among the rows of the highest scores (right); the highest fifth holds "
                        + percent(own.found(0.2)),
                UnitPlot.picture(
                        "Cumulative gains",
                        "The highest tenth of the scores holds " + percent(own.found(0.1))
                                + " of the positives, the highest half " + percent(own.found(0.5))
                                + "; the dashed diagonal is a model without skill.",
                        SHARE,
                        shapes),
                List.of(Figure.table(
                        "Gains by tenths", table("positives found", (gains, share) -> percent(gains.found(share))))));
    }

    private Element lift() {
        List<CurvePoint> points = own.lifts();
        List<CurvePoint> others = baseline.map(Gains::lifts).orElse(List.of());
        double most = Stream.concat(points.stream(), others.stream())
                .mapToDouble(CurvePoint::y)
                .max()
                .orElse(1);
        Plot plot = new Plot(
                new Scale(0, 1, LEFT, Plot.RIGHT),
                new Scale(0, Scale.roundUp(Math.max(1, most)), Plot.BOTTOM, Plot.TOP));
        List<Element> shapes = new ArrayList<>(List.of(plot.reference(0, 1, 1, 1)));
        if (!others.isEmpty()) {
            shapes.add(plot.baseline(plot.slanted(others)));
        }
        shapes.add(Svg.path(plot.slanted(points), Ink.BLUE, 2));
        return Figure.of(
                "Lift",
                "How many times more positives (up) the rows of the highest scores (right) hold than rows at random,"
                        + " from the first percent on",
                plot.picture(
                        "Lift",
                        "The highest tenth of the scores holds " + times(own.lift(0.1))
                                + " times as many positives as rows at random, the highest half "
                                + times(own.lift(0.5)) + "; the dashed line is a model without skill.",
                        SHARE,
                        shapes),
                List.of(Figure.table("Lift by tenths", table("lift", (gains, share) -> times(gains.lift(share))))));
    }

    private TextTable table(String heading, BiFunction<Gains, Double, String> text) {
        List<Column> columns = new ArrayList<>(List.of(Column.right("highest scores"), Column.right(heading)));
        if (baseline.isPresent()) {
            columns.add(Column.right("by baseline"));
        }
        return new TextTable(
                columns,
                IntStream.rangeClosed(1, TENTHS)
                        .mapToObj(tenth -> row((double) tenth / TENTHS, text))
                        .toList());
    }

    private Row row(double share, BiFunction<Gains, Double, String> text) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(percent(share)), Cell.of(text.apply(own, share))));
        baseline.ifPresent(other -> cells.add(Cell.of(text.apply(other, share))));
        return new Row(cells, Cell.EMPTY);
    }

    private static String times(double lift) {
        return String.format(Locale.ROOT, "%.2f", lift);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
