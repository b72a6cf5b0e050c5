package io.github.tiercel.report;

import io.github.tiercel.metrics.regression.ResidualHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How residuals are distributed, all but the few largest ones. */
final class ResidualChart {

    private final ResidualHistogram histogram;
    private final double total;
    private final double width;
    private final Plot plot;

    private ResidualChart(ResidualHistogram histogram) {
        this.histogram = histogram;
        double inside =
                histogram.weights().stream().mapToDouble(weight -> weight).sum();
        this.total = inside + histogram.below() + histogram.above();
        // All residuals alike are one bin without a width.
        double apart = histogram.highest() - histogram.lowest();
        double room = apart > 0 ? apart : Math.max(1, Math.abs(histogram.lowest()));
        this.width = room / histogram.weights().size();
        this.plot = new Plot(
                new Scale(histogram.lowest(), histogram.lowest() + room, Plot.LEFT, Plot.RIGHT),
                new Scale(0, Math.max(0.01, share(most())), Plot.BOTTOM, Plot.TOP));
    }

    static Element of(ResidualHistogram histogram) {
        ResidualChart chart = new ResidualChart(histogram);
        return Figure.of(
                "Residuals",
                "Share of rows (up) by label less prediction (right)" + chart.beyond(),
                chart.picture(),
                List.of(Figure.table("Residuals", chart.table())));
    }

    private String beyond() {
        double below = share(histogram.below());
        double above = share(histogram.above());
        return below + above > 0
                ? "; left out are the largest errors, " + Shares.percent(below) + " of the rows to the left and "
                        + Shares.percent(above) + " to the right"
                : "";
    }

    private double share(double weight) {
        return total > 0 ? weight / total : 0;
    }

    private double most() {
        return histogram.weights().stream().mapToDouble(weight -> weight).max().orElse(0);
    }

    private double edge(int bin) {
        return histogram.lowest() + bin * width;
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>();
        for (int bin = 0; bin < histogram.weights().size(); bin++) {
            shapes.add(
                    plot.bar(edge(bin), edge(bin + 1), share(histogram.weights().get(bin)), Ink.BLUE));
        }
        if (plot.x().low() <= 0 && plot.x().high() >= 0) {
            shapes.add(plot.reference(0, plot.y().low(), 0, plot.y().high()));
        }
        return plot.picture("Residuals", description(), "label less prediction", shapes);
    }

    private String description() {
        Digits digits = digits();
        int fullest = IntStream.range(0, histogram.weights().size())
                .reduce((a, b) ->
                        histogram.weights().get(b) > histogram.weights().get(a) ? b : a)
                .orElse(0);
        return histogram.weights().size() + " bins from " + digits.signed(histogram.lowest()) + " to "
                + digits.signed(histogram.highest()) + "; the fullest begins at " + digits.signed(edge(fullest))
                + " and holds " + Shares.percent(share(most())) + " of the rows; the dashed line is no error.";
    }

    private Digits digits() {
        return Digits.ofMargin(width / 2);
    }

    private TextTable table() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("less", histogram.below()));
        for (int bin = 0; bin < histogram.weights().size(); bin++) {
            rows.add(row(digits().signed(edge(bin)), histogram.weights().get(bin)));
        }
        rows.add(row("more than " + digits().signed(histogram.highest()), histogram.above()));
        return new TextTable(List.of(Column.right("from"), Column.right("weight"), Column.right("share")), rows);
    }

    private Row row(String from, double weight) {
        return Row.of(Cell.of(from), Cell.of(WeightText.of(weight)), Cell.of(Shares.percent(share(weight))));
    }
}
