package io.github.tiercel.report;

import io.github.tiercel.metrics.ranking.FirstRelevant;
import java.util.ArrayList;
import java.util.List;

/** How far down a reader has to go: queries by the rank of their first relevant row. */
final class FirstRelevantChart {

    /** Names below the bars need the room. */
    private static final int LEFT = 40;

    /** The queries without any stand apart from the ranks, so that their names do not touch. */
    private static final double APART = 0.7;

    private final List<String> names = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final Plot plot;

    private FirstRelevantChart(FirstRelevant first) {
        List<Double> weights = first.weights();
        double total = weights.stream().mapToDouble(weight -> weight).sum() + first.later() + first.never();
        for (int rank = 1; rank <= weights.size(); rank++) {
            add(Integer.toString(rank), weights.get(rank - 1), total);
        }
        add(">" + weights.size(), first.later(), total);
        add("none", first.never(), total);
        double most = shares.stream().mapToDouble(share -> share).max().orElse(0);
        this.plot = new Plot(
                new Scale(0, names.size() + APART, LEFT, Plot.RIGHT),
                new Scale(0, Math.max(0.01, most), Plot.BOTTOM, Plot.TOP));
    }

    private void add(String name, double weight, double total) {
        names.add(name);
        shares.add(total > 0 ? weight / total : 0);
    }

    static Element of(FirstRelevant first) {
        FirstRelevantChart chart = new FirstRelevantChart(first);
        return Figure.of(
                "First relevant row",
                "Share of queries (up) by the rank of their first relevant row (right); "
                        + Shares.percent(chart.shares.get(0)) + " have it at the top",
                chart.picture(),
                List.of(Figure.table("Queries by the rank of their first relevant row", chart.table())));
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            Ink ink = place < names.size() - 2 ? Ink.BLUE : Ink.GREY;
            double from = place < names.size() - 1 ? place : place + APART;
            shapes.add(plot.bar(from, from + 1, shares.get(place), ink));
            shapes.add(Svg.label(plot.x().at(from + 0.5), Plot.BOTTOM + Axes.TICK_LABEL, "middle", names.get(place)));
        }
        Axes axes = new Axes(
                plot.x(),
                plot.y(),
                "rank of the first relevant row",
                List.of(),
                plot.y().ticks(5, 0));
        return plot.picture("First relevant row", description(), axes, shapes);
    }

    private String description() {
        List<String> words = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            words.add(names.get(place) + ": " + Shares.percent(shares.get(place)));
        }
        return String.join("; ", words) + ".";
    }

    private TextTable table() {
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            rows.add(Row.of(Cell.of(names.get(place)), Cell.of(Shares.percent(shares.get(place)))));
        }
        return new TextTable(List.of(Column.left("rank"), Column.right("share of queries")), rows);
    }
}
