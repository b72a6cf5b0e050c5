package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.regression.ResidualBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Whether predicted numbers mean what they say: the mean label of a bin against its mean prediction. */
final class ObservedChart {

    private final List<ResidualBin> bins;
    private final Plot plot;

    private ObservedChart(List<ResidualBin> bins) {
        this.bins = bins;
        // One range for both sides, so that the diagonal is where predictions are right.
        this.plot = new Plot(
                Scale.around(numbers(bins), Plot.LEFT, Plot.RIGHT), Scale.around(numbers(bins), Plot.BOTTOM, Plot.TOP));
    }

    static Element of(List<ResidualBin> bins) {
        ObservedChart chart = new ObservedChart(bins);
        String level = LevelHeading.of(bins.stream().map(ResidualBin::interval));
        return Figure.of(
                "Observed by predicted",
                "Mean label (up, with its " + level + ") against mean prediction (right), in " + bins.size()
                        + " bins of equal weight",
                chart.picture(),
                List.of(Figure.table("Bins by prediction", chart.table())));
    }

    private static DoubleStream numbers(List<ResidualBin> bins) {
        return bins.stream()
                .flatMapToDouble(bin -> DoubleStream.concat(
                        DoubleStream.of(bin.predicted(), bin.observed()),
                        bin.interval().stream()
                                .flatMapToDouble(known -> DoubleStream.of(known.lower(), known.upper()))));
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>();
        double low = plot.x().low();
        double high = plot.x().high();
        shapes.add(plot.reference(low, low, high, high));
        shapes.add(Svg.path(
                plot.slanted(bins.stream()
                        .map(bin -> new CurvePoint(bin.lowest(), bin.predicted(), bin.observed()))
                        .toList()),
                Ink.BLUE,
                2));
        bins.forEach(bin -> bin.interval()
                .ifPresent(known -> shapes.add(plot.upright(bin.predicted(), known.lower(), known.upper(), Ink.BLUE))));
        bins.forEach(bin -> shapes.add(plot.dot(bin.predicted(), bin.observed())));
        return plot.picture("Observed by predicted", description(), "mean prediction", shapes);
    }

    private String description() {
        ResidualBin first = bins.get(0);
        ResidualBin last = bins.get(bins.size() - 1);
        return bins.size() + " bins, from " + words(first) + " to " + words(last)
                + "; on the dashed diagonal predictions are right on average.";
    }

    private static String words(ResidualBin bin) {
        Digits digits = Digits.of(bin.observed(), bin.interval());
        return digits.plain(bin.predicted()) + " predicted and " + digits.plain(bin.observed()) + " observed";
    }

    private TextTable table() {
        List<Column> columns = List.of(
                Column.right("predicted"), Column.right("observed"), Column.left("interval"), Column.right("rows"));
        return new TextTable(columns, bins.stream().map(ObservedChart::row).toList());
    }

    private static Row row(ResidualBin bin) {
        Optional<Interval> interval = bin.interval();
        Digits digits = Digits.of(bin.observed(), interval);
        return Row.of(
                Cell.of(digits.plain(bin.predicted())),
                Cell.of(digits.plain(bin.observed())),
                Cell.of(interval.map(digits::plain).orElse("")),
                Cell.of(String.format(Locale.ROOT, "%,d", bin.rows())));
    }
}
