package io.github.tiercel.report;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.BinaryFindings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What another decision threshold would have decided: precision, recall and F1 at every threshold of the ROC curve, at
 * that of the evaluation and at 0, and below them, on the same axis, a slider that moves the outcomes and a mark on
 * each curve. Without a script it shows the threshold of the evaluation.
 */
final class ThresholdExplorer {

    private static final int STEPS = 1000;
    private static final int LISTED = 12;
    private static final int LEFT = 44;

    private final String id;
    private final ConfusionMatrix matrix;

    /** From the highest threshold down. */
    private final List<CurvePoint> points;

    private final Plot plot;

    private ThresholdExplorer(String id, ConfusionMatrix matrix, List<CurvePoint> ofCurve) {
        this.id = id;
        this.matrix = matrix;
        this.points = withStartAndEnd(ofCurve);
        double highest = points.get(0).threshold();
        this.plot = new Plot(
                new Scale(0, highest > 0 ? highest : 1, LEFT, Plot.RIGHT), new Scale(0, 1, Plot.BOTTOM, Plot.TOP));
    }

    /**
     * Curves are thinned, so the threshold of the evaluation need not be on it; at 0 all rows are predicted positive.
     */
    private List<CurvePoint> withStartAndEnd(List<CurvePoint> ofCurve) {
        TreeMap<Double, CurvePoint> byThreshold = new TreeMap<>(Comparator.reverseOrder());
        byThreshold.put(0.0, new CurvePoint(0, 1, 1));
        double start = matrix.threshold();
        byThreshold.put(
                start,
                new CurvePoint(start, matrix.falsePositives() / negatives(), matrix.truePositives() / positives()));
        ofCurve.forEach(point -> byThreshold.put(point.threshold() + 0.0, point));
        return List.copyOf(byThreshold.values());
    }

    /** {@return the section; empty where scores are not probabilities, or a class is absent} */
    static Optional<Element> of(BinaryFindings findings, String id, int level) {
        return findings.confusion().flatMap(matrix -> findings.curves()
                .map(curves -> curves.roc().points().stream()
                        .filter(point -> Double.isFinite(point.threshold()))
                        .toList())
                .filter(points -> points.size() > 1)
                .map(points -> new ThresholdExplorer(id, matrix, points).section(level)));
    }

    private Element section(int level) {
        Element parts = Element.of("div").classed("side-by-side").holding(chart(), outcomes());
        return Card.of(level, "Threshold", List.of(decision(), parts))
                .with("data-explorer", id)
                .with("data-thresholds", numbers(CurvePoint::threshold))
                .with("data-tp", numbers(point -> whole(positives() * point.y())))
                .with("data-fp", numbers(point -> whole(negatives() * point.x())))
                .with("data-positives", shortest(whole(positives())))
                .with("data-negatives", shortest(whole(negatives())))
                .with("data-start", shortest(matrix.threshold()))
                .with("data-end", shortest(plot.x().high()))
                .with("data-plot", UnitPlot.corners());
    }

    /** Where the threshold of the evaluation is on the axis. */
    private long place() {
        return Math.round(
                STEPS * Math.max(0, Math.min(1, matrix.threshold() / plot.x().high())));
    }

    private Element decision() {
        Element value = Element.of("output", Digits.toCopy(matrix.threshold())).with("for", id + "-threshold");
        Element label = Element.of("label")
                .with("for", id + "-threshold")
                .holding(new Text("Rows with a score of at least "), value, new Text(" are predicted positive"));
        return Element.of("p").classed("decision").holding(label);
    }

    /** As wide as the axis above it, so that its thumb is where the line is. */
    private Element slider() {
        Element input = Element.of("input")
                .with("type", "range")
                .with("id", id + "-threshold")
                .with("min", "0")
                .with("max", Integer.toString(STEPS))
                .with("value", Long.toString(place()))
                .with("autocomplete", "off")
                .with("hidden", "hidden");
        return Element.of("div").classed("slider").holding(input);
    }

    private Element chart() {
        List<Element> shapes = new ArrayList<>();
        shapes.add(Svg.path(path(this::precision), Ink.BLUE, 2));
        shapes.add(Svg.dashed(Svg.path(path(CurvePoint::y), Ink.ORANGE, 2)));
        shapes.add(Svg.path(path(this::f1), Ink.GREEN, 2));
        shapes.add(plot.upright(matrix.threshold(), 0, 1, Ink.GREY).with("data-mark", "threshold"));
        return Figure.of(
                "Precision, recall and F1 by threshold",
                "The upright line is the threshold",
                plot.picture(
                        "Precision, recall and F1 by threshold",
                        points.size() + " thresholds; at "
                                + Digits.toCopy(matrix.threshold()) + " precision is "
                                + rate(matrix.truePositives() / (matrix.truePositives() + matrix.falsePositives()))
                                + " and recall " + rate(matrix.truePositives() / positives()) + ".",
                        "threshold",
                        shapes),
                List.of(
                        slider(),
                        Legend.of(List.of(
                                Legend.line(Ink.BLUE, "precision"),
                                Legend.dashed(Ink.ORANGE, "recall"),
                                Legend.line(Ink.GREEN, "F1"))),
                        Figure.table("Rates by threshold", table())));
    }

    /** Some of the thresholds, evenly along the curve. */
    private TextTable table() {
        List<Column> columns = List.of(
                Column.right("threshold"), Column.right("precision"), Column.right("recall"), Column.right("F1"));
        int last = points.size() - 1;
        return new TextTable(
                columns,
                IntStream.rangeClosed(0, LISTED)
                        .map(i -> last - (int) Math.round((double) last * i / LISTED))
                        .distinct()
                        .mapToObj(points::get)
                        .map(this::row)
                        .toList());
    }

    private Row row(CurvePoint point) {
        return Row.of(
                Cell.of(Digits.toCopy(point.threshold())),
                Cell.of(rate(precision(point))),
                Cell.of(rate(point.y())),
                Cell.of(rate(f1(point))));
    }

    private static String rate(double value) {
        return Double.isNaN(value) ? "undefined" : new Digits(3).plain(value);
    }

    private String path(ToDoubleFunction<CurvePoint> height) {
        return plot.slanted(points.stream()
                .map(point -> new CurvePoint(point.threshold(), point.threshold(), height.applyAsDouble(point)))
                .filter(point -> Double.isFinite(point.y()))
                .toList());
    }

    private Element outcomes() {
        Element head = Element.of("tr")
                .holding(
                        Element.of("td"),
                        Element.of("th", "predicted positive")
                                .with("scope", "col")
                                .classed("number"),
                        Element.of("th", "predicted negative")
                                .with("scope", "col")
                                .classed("number"));
        Element positive = row(
                "actually positive",
                cell("tp", WeightText.of(matrix.truePositives()), "good"),
                cell("fn", WeightText.of(matrix.falseNegatives()), "bad"));
        Element negative = row(
                "actually negative",
                cell("fp", WeightText.of(matrix.falsePositives()), "bad"),
                cell("tn", WeightText.of(matrix.trueNegatives()), "good"));
        Element table = Element.of("table")
                .classed("outcomes")
                .holding(
                        Element.of("caption", "Confusion matrix"),
                        Element.of("thead").holding(head),
                        Element.of("tbody").holding(positive, negative));
        return Element.of("div")
                .with("aria-live", "polite")
                .holding(Card.scrolling("Confusion matrix", table), rates());
    }

    private static Element row(String name, Element... cells) {
        return Element.of("tr")
                .holding(Element.of("th", name).with("scope", "row"))
                .holding(cells);
    }

    private static Element cell(String name, String text, String tone) {
        return Element.of("td", text).classed("number " + tone).with("data-outcome", name);
    }

    private Element rates() {
        double predicted = matrix.truePositives() + matrix.falsePositives();
        double all = positives() + negatives();
        return Element.of("dl")
                .classed("rates")
                .holding(rate("precision", "precision", matrix.truePositives() / predicted))
                .holding(rate("recall", "recall", matrix.truePositives() / positives()))
                .holding(rate("f1", "f1", 2 * matrix.truePositives() / (predicted + positives())))
                .holding(rate("rows predicted positive", "alert", predicted / all));
    }

    private static List<Element> rate(String name, String key, double value) {
        return List.of(Element.of("dt", name), Element.of("dd", rate(value)).with("data-outcome", key));
    }

    private double positives() {
        return matrix.truePositives() + matrix.falseNegatives();
    }

    private double negatives() {
        return matrix.falsePositives() + matrix.trueNegatives();
    }

    private double precision(CurvePoint point) {
        double right = positives() * point.y();
        return right / (right + negatives() * point.x());
    }

    private double f1(CurvePoint point) {
        double right = positives() * point.y();
        return 2 * right / (right + negatives() * point.x() + positives());
    }

    /** A rate times its rows is a number of rows, but for rounding. */
    private static double whole(double weight) {
        double near = Math.rint(weight);
        return Math.abs(weight - near) <= 1e-9 * Math.max(1, near) ? near : weight;
    }

    /** From the lowest threshold to the highest, as the slider goes. */
    private String numbers(ToDoubleFunction<CurvePoint> number) {
        List<CurvePoint> upwards = new ArrayList<>(points);
        Collections.reverse(upwards);
        return upwards.stream()
                .map(point -> shortest(number.applyAsDouble(point)))
                .collect(Collectors.joining(","));
    }

    private static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
