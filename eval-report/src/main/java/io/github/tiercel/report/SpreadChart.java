package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.regression.ResidualBin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How far labels lie from predictions, by prediction: the middle of the residuals, and where most of them are. */
final class SpreadChart {

    private final List<ResidualBin> bins;
    private final Plot plot;

    private SpreadChart(List<ResidualBin> bins) {
        this.bins = bins;
        this.plot = new Plot(
                Scale.around(bins.stream().mapToDouble(ResidualBin::predicted), Plot.LEFT, Plot.RIGHT),
                Scale.around(
                        bins.stream().flatMapToDouble(bin -> DoubleStream.of(0, bin.tenth(), bin.ninetieth())),
                        Plot.BOTTOM,
                        Plot.TOP));
    }

    static Element of(List<ResidualBin> bins) {
        SpreadChart chart = new SpreadChart(bins);
        return Figure.of(
                "Residuals by predicted",
                "Label less prediction (up) against mean prediction (right); a flat band around 0 is a model that is"
                        + " equally sure everywhere",
                chart.picture(),
                List.of(
                        Legend.of(List.of(
                                Legend.line(Ink.BLUE, "median"),
                                Legend.band(Ink.BLUE, "from the 10th to the 90th percentile"))),
                        Figure.table("Residuals by prediction", chart.table())));
    }

    private Element picture() {
        List<CurvePoint> back = new ArrayList<>(points(ResidualBin::tenth));
        Collections.reverse(back);
        List<Element> shapes = new ArrayList<>();
        shapes.add(plot.reference(plot.x().low(), 0, plot.x().high(), 0));
        shapes.add(plot.band(points(ResidualBin::ninetieth), back));
        shapes.add(Svg.path(plot.slanted(points(ResidualBin::median)), Ink.BLUE, 2));
        bins.forEach(bin -> shapes.add(plot.upright(bin.predicted(), bin.tenth(), bin.ninetieth(), Ink.BLUE)));
        bins.forEach(bin -> shapes.add(plot.dot(bin.predicted(), bin.median())));
        return plot.picture("Residuals by predicted", description(), "mean prediction", shapes);
    }

    private List<CurvePoint> points(ToDoubleFunction<ResidualBin> height) {
        return bins.stream()
                .map(bin -> new CurvePoint(bin.lowest(), bin.predicted(), height.applyAsDouble(bin)))
                .toList();
    }

    private String description() {
        return "At the lowest predictions " + words(bins.get(0)) + ", at the highest "
                + words(bins.get(bins.size() - 1)) + "; the dashed line is no error.";
    }

    private static String words(ResidualBin bin) {
        Digits digits = digits(bin);
        return "the median is " + digits.signed(bin.median()) + " and most lie between " + digits.signed(bin.tenth())
                + " and " + digits.signed(bin.ninetieth());
    }

    /** A hundredth of the spread is not seen. */
    private static Digits digits(ResidualBin bin) {
        return Digits.ofSpread(bin.median(), bin.ninetieth() - bin.tenth());
    }

    private TextTable table() {
        List<Column> columns =
                List.of(Column.right("predicted"), Column.right("10 %"), Column.right("median"), Column.right("90 %"));
        return new TextTable(columns, bins.stream().map(SpreadChart::row).toList());
    }

    private static Row row(ResidualBin bin) {
        Digits digits = digits(bin);
        return Row.of(
                Cell.of(digits.plain(bin.predicted())),
                Cell.of(digits.signed(bin.tenth())),
                Cell.of(digits.signed(bin.median())),
                Cell.of(digits.signed(bin.ninetieth())));
    }
}
