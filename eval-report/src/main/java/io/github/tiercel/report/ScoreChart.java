package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How scores are distributed: positive rows up, negative ones down, each as shares of their own label. */
final class ScoreChart {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 330;
    private static final int LEFT = 44;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 12;
    private static final int BOTTOM = HEIGHT - 46;

    private final List<Double> up;
    private final List<Double> down;
    private final Scale x;
    private final Scale y;

    private ScoreChart(ScoreHistogram histogram) {
        this.up = shares(histogram.positives());
        this.down = shares(histogram.negatives());
        double highest = histogram.highest() > histogram.lowest() ? histogram.highest() : histogram.lowest() + 1;
        this.x = new Scale(histogram.lowest(), highest, LEFT, RIGHT);
        this.y = new Scale(-most(down), most(up), BOTTOM, TOP);
    }

    static Element of(ScoreHistogram histogram) {
        return UnitPlot.figure(
                "Score distribution",
                "Positive rows up (blue), negative ones down (grey), as shares of their label",
                new ScoreChart(histogram).picture(),
                List.of());
    }

    private static List<Double> shares(List<Double> weights) {
        double sum = weights.stream().mapToDouble(weight -> weight).sum();
        return weights.stream().map(weight -> sum > 0 ? weight / sum : 0).toList();
    }

    private static double most(List<Double> shares) {
        return Math.max(0.01, shares.stream().mapToDouble(share -> share).max().orElse(0));
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>(new Axes(x, y, "score", x.ticks(5, 0), List.of(0.0)).drawn());
        for (int bin = 0; bin < up.size(); bin++) {
            shapes.add(bar(bin, y.at(up.get(bin)), y.at(0), Ink.BLUE));
            shapes.add(bar(bin, y.at(0), y.at(-down.get(bin)), Ink.GREY));
        }
        return Svg.picture(
                "Score distribution",
                up.size() + " bins of equal width; the fullest holds " + percent(most(up)) + " of the positive and "
                        + percent(most(down)) + " of the negative rows.",
                WIDTH,
                HEIGHT,
                shapes);
    }

    private Element bar(int bin, double top, double bottom, Ink ink) {
        double width = (RIGHT - LEFT) / (double) up.size();
        return Svg.bar(LEFT + bin * width, top, Math.max(0.5, width - 1), bottom - top, ink);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
