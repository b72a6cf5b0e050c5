package io.github.tiercel.report;

import io.github.tiercel.metrics.ranking.QueryHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whether all queries are served alike, or some well and others not at all. */
final class QueryChart {

    private static final List<Double> TICKS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private final List<Double> shares;
    private final Plot plot;

    private QueryChart(QueryHistogram histogram) {
        double total =
                histogram.weights().stream().mapToDouble(weight -> weight).sum();
        this.shares = histogram.weights().stream()
                .map(weight -> total > 0 ? weight / total : 0)
                .toList();
        double most = shares.stream().mapToDouble(share -> share).max().orElse(0);
        this.plot = new Plot(
                new Scale(0, 1, Plot.LEFT, Plot.RIGHT), new Scale(0, Math.max(0.01, most), Plot.BOTTOM, Plot.TOP));
    }

    static Element of(QueryHistogram histogram) {
        QueryChart chart = new QueryChart(histogram);
        return Figure.of(
                "Queries by ndcg@10",
                "Share of queries (up) by what each has (right)",
                chart.picture(),
                List.of(Figure.table("Queries by ndcg@10", chart.table())));
    }

    private double edge(int bin) {
        return (double) bin / shares.size();
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>();
        for (int bin = 0; bin < shares.size(); bin++) {
            shapes.add(plot.bar(edge(bin), edge(bin + 1), shares.get(bin), Ink.BLUE));
        }
        Axes axes = new Axes(
                plot.x(), plot.y(), "ndcg@10 of a query", TICKS, plot.y().ticks(5, 0));
        return plot.picture("Queries by ndcg@10", description(), axes, shapes);
    }

    private String description() {
        return shares.size() + " bins of equal width; " + Shares.percent(sum(0, shares.size() / 2))
                + " of the queries are in the lower half, " + Shares.percent(shares.get(0)) + " in the lowest bin and "
                + Shares.percent(shares.get(shares.size() - 1)) + " in the highest.";
    }

    private double sum(int from, int to) {
        return shares.subList(from, to).stream().mapToDouble(share -> share).sum();
    }

    private TextTable table() {
        return new TextTable(
                List.of(Column.right("from"), Column.right("share of queries")),
                IntStream.range(0, shares.size())
                        .mapToObj(bin ->
                                Row.of(Cell.of(Digits.toCopy(edge(bin))), Cell.of(Shares.percent(shares.get(bin)))))
                        .toList());
    }
}
