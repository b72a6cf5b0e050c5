package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.ScoreHistogram;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How scores are distributed: positive rows up, negative ones down, each as shares of their own label. Bins too low to
 * be seen at either end are left out.
 */
final class ScoreChart {

    private static final int LEFT = 44;

    /** Of the fullest bin's height; less is hardly a pixel or two. */
    private static final double LEAST_SEEN = 0.02;

    private final ScoreHistogram histogram;
    private final List<Double> up;
    private final List<Double> down;
    private final int first;
    private final int end;
    private final Plot plot;

    private ScoreChart(ScoreHistogram histogram) {
        this.histogram = histogram;
        this.up = shares(histogram.positives());
        this.down = shares(histogram.negatives());
        this.first = bins().filter(this::isSeen).min().orElse(0);
        this.end = bins().filter(this::isSeen).max().orElse(up.size() - 1) + 1;
        this.plot = new Plot(
                new Scale(edge(first), edge(end), LEFT, Plot.RIGHT),
                new Scale(-most(down), most(up), Plot.BOTTOM, Plot.TOP));
    }

    private boolean isSeen(int bin) {
        return up.get(bin) > LEAST_SEEN * most(up) || down.get(bin) > LEAST_SEEN * most(down);
    }

    static Element of(ScoreHistogram histogram) {
        ScoreChart chart = new ScoreChart(histogram);
        return Figure.of(
                "Score distribution",
                "Rows by score, as shares of their label" + chart.outside(),
                chart.picture(),
                List.of(
                        Legend.of(List.of(
                                Legend.area(Ink.BLUE, "positive rows, up"),
                                Legend.area(Ink.GREY, "negative rows, down"))),
                        Figure.table("Rows by score", chart.table())));
    }

    /** Says so where the axis does not hold all bins. */
    private String outside() {
        if (first == 0 && end == up.size()) {
            return "";
        }
        double rows = bins().filter(bin -> bin < first || bin >= end)
                .mapToDouble(bin ->
                        histogram.positives().get(bin) + histogram.negatives().get(bin))
                .sum();
        return "; the axis runs from " + rounded(edge(first)) + " to " + rounded(edge(end)) + ", " + outside(rows);
    }

    private static String rounded(double edge) {
        return edge == 0 ? "0" : Digits.toCopy(edge);
    }

    private static String outside(double rows) {
        if (rows > 0) {
            return WeightText.of(rows) + (rows == 1 ? " row lies outside" : " rows lie outside");
        }
        return "where all rows are";
    }

    private static List<Double> shares(List<Double> weights) {
        double sum = weights.stream().mapToDouble(weight -> weight).sum();
        return weights.stream().map(weight -> sum > 0 ? weight / sum : 0).toList();
    }

    private static double most(List<Double> shares) {
        return Math.max(0.01, shares.stream().mapToDouble(share -> share).max().orElse(0));
    }

    private Element picture() {
        List<Element> shapes = List.of(
                Plot.bars(seen().mapToObj(bin -> outline(bin, 0, up.get(bin))), Ink.BLUE),
                Plot.bars(seen().mapToObj(bin -> outline(bin, -down.get(bin), 0)), Ink.GREY));
        Axes axes = new Axes(plot.x(), plot.y(), "score", plot.x().ticks(5, 0), List.of(0.0));
        return plot.picture(
                "Score distribution",
                up.size() + " bins of equal width; the fullest holds " + percent(most(up)) + " of the positive and "
                        + percent(most(down)) + " of the negative rows.",
                axes,
                shapes);
    }

    private IntStream bins() {
        return IntStream.range(0, up.size());
    }

    private IntStream seen() {
        return IntStream.range(first, end);
    }

    private String outline(int bin, double bottom, double top) {
        return plot.outline(edge(bin), edge(bin + 1), bottom, top);
    }

    private double edge(int bin) {
        double share = (double) bin / up.size();
        double highest = histogram.highest() > histogram.lowest() ? histogram.highest() : histogram.lowest() + 1;
        return histogram.lowest() * (1 - share) + highest * share;
    }

    /** Two bins a row: what is counted finely is looked at, not read. */
    private TextTable table() {
        List<Column> columns =
                List.of(Column.right("score from"), Column.right("positive rows"), Column.right("negative rows"));
        return new TextTable(
                columns,
                IntStream.iterate(0, bin -> bin < up.size(), bin -> bin + 2)
                        .mapToObj(bin -> Row.of(
                                Cell.of(Digits.toCopy(edge(bin))),
                                Cell.of(WeightText.of(ofTwo(histogram.positives(), bin))),
                                Cell.of(WeightText.of(ofTwo(histogram.negatives(), bin)))))
                        .toList());
    }

    private static double ofTwo(List<Double> weights, int bin) {
        return weights.get(bin) + (bin + 1 < weights.size() ? weights.get(bin + 1) : 0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
