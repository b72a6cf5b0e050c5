package io.github.tiercel.report;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.Curves;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The curves of a model, each in its own picture, with those of its baseline. */
final class CurveCharts {

    private final Curves curves;
    private final Optional<Curves> baseline;
    private final String id;
    private final Optional<ConfusionMatrix> decided;

    /** With a mark at the decision threshold that a slider moves. */
    CurveCharts(Curves curves, Optional<Curves> baseline, String id, Optional<ConfusionMatrix> decided) {
        this.curves = curves;
        this.baseline = baseline;
        this.id = id;
        this.decided = decided;
    }

    List<Element> figures() {
        return List.of(
                Figure.of(
                        "ROC curve",
                        "True positive rate (up) against false positive rate (right)" + within(drawn(curves.rocBand())),
                        roc(),
                        List.of(Figure.table(
                                "Points of the ROC curve",
                                CurveTable.of(
                                        plotted(curves.roc().points()),
                                        baseline.map(
                                                other -> plotted(other.roc().points())),
                                        "false positive rate",
                                        "true positive rate")))),
                Figure.of(
                        "Precision–recall curve",
                        "Precision (up) against recall (right)" + within(drawn(curves.precisionRecallBand())),
                        precisionRecall(),
                        List.of(Figure.table(
                                "Points of the precision–recall curve",
                                CurveTable.of(
                                        plotted(curves.precisionRecall().points()),
                                        baseline.map(other ->
                                                plotted(other.precisionRecall().points())),
                                        "recall",
                                        "precision")))));
    }

    /** Few rows may leave no point whose region is known. */
    private static Optional<CurveBand> drawn(Optional<CurveBand> band) {
        return band.filter(known -> !known.points().isEmpty());
    }

    private static String within(Optional<CurveBand> band) {
        return band.map(known -> String.format(
                        Locale.ROOT,
                        "; the whole curve lies in the band with %s %% confidence",
                        Digits.toCopy(100 * known.level())))
                .orElse("");
    }

    private Element roc() {
        List<CurvePoint> points = plotted(curves.roc().points());
        Optional<List<CurvePoint>> others =
                baseline.map(other -> plotted(other.roc().points()));
        List<Element> shapes = new ArrayList<>();
        shapes.add(UnitPlot.chance(0, 0, 1, 1));
        drawn(curves.rocBand()).ifPresent(band -> shapes.add(rising(band, UnitPlot.PLOT)));
        others.ifPresent(other -> shapes.add(UnitPlot.PLOT.baseline(UnitPlot.slanted(other))));
        shapes.add(UnitPlot.line(UnitPlot.slanted(points)));
        decided.ifPresent(matrix -> shapes.add(
                UnitPlot.dot(falsePositiveRate(matrix), recall(matrix)).with("data-mark", id + "-roc")));
        shapes.addAll(RocInset.of(points, drawn(curves.rocBand()), others));
        return UnitPlot.picture(
                "ROC curve",
                points.size() + " points of true positive rate against false positive rate" + words(points)
                        + others.map(other -> "; the baseline's" + words(other)).orElse("")
                        + "; the dashed diagonal is a model without skill.",
                "false positive rate",
                shapes);
    }

    private static String words(List<CurvePoint> points) {
        return points.isEmpty() ? "" : ", which encloses " + new Digits(3).plain(RocInset.area(points));
    }

    private Element precisionRecall() {
        List<CurvePoint> points = plotted(curves.precisionRecall().points());
        List<Element> shapes = new ArrayList<>();
        if (!points.isEmpty()) {
            // With every row predicted positive, precision is the share of positives: what chance reaches anywhere.
            double chance = points.get(points.size() - 1).y();
            shapes.add(UnitPlot.chance(0, chance, 1, chance));
        }
        drawn(curves.precisionRecallBand()).ifPresent(band -> shapes.add(falling(band, UnitPlot.PLOT)));
        baseline.map(other -> plotted(other.precisionRecall().points()))
                .ifPresent(other -> shapes.add(UnitPlot.PLOT.baseline(UnitPlot.stepped(other))));
        shapes.add(UnitPlot.line(UnitPlot.stepped(points)));
        decided.filter(matrix -> matrix.truePositives() + matrix.falsePositives() > 0)
                .ifPresent(matrix -> shapes.add(
                        UnitPlot.dot(recall(matrix), precision(matrix)).with("data-mark", id + "-pr")));
        return UnitPlot.picture(
                "Precision–recall curve",
                points.size() + " points of precision against recall; the dashed line is a model without skill.",
                "recall",
                shapes);
    }

    private static double recall(ConfusionMatrix matrix) {
        return matrix.truePositives() / (matrix.truePositives() + matrix.falseNegatives());
    }

    private static double precision(ConfusionMatrix matrix) {
        return matrix.truePositives() / (matrix.truePositives() + matrix.falsePositives());
    }

    private static double falsePositiveRate(ConfusionMatrix matrix) {
        return matrix.falsePositives() / (matrix.falsePositives() + matrix.trueNegatives());
    }

    /** A region around each point of a curve that rises: its upper left and lower right corners bound them all. */
    static Element rising(CurveBand band, Plot plot) {
        return between(band, plot, BandPoint::xLower, BandPoint::xUpper);
    }

    /** Around one that falls: the upper right and lower left corners. */
    private static Element falling(CurveBand band, Plot plot) {
        return between(band, plot, BandPoint::xUpper, BandPoint::xLower);
    }

    private static Element between(
            CurveBand band, Plot plot, ToDoubleFunction<BandPoint> ofUpper, ToDoubleFunction<BandPoint> ofLower) {
        List<CurvePoint> there = corners(band, ofUpper, BandPoint::yUpper);
        List<CurvePoint> back = new ArrayList<>(corners(band, ofLower, BandPoint::yLower));
        Collections.reverse(back);
        return plot.band(there, back);
    }

    private static List<CurvePoint> corners(
            CurveBand band, ToDoubleFunction<BandPoint> x, ToDoubleFunction<BandPoint> y) {
        return band.points().stream()
                .map(point -> new CurvePoint(point.threshold(), x.applyAsDouble(point), y.applyAsDouble(point)))
                .toList();
    }

    private static List<CurvePoint> plotted(List<CurvePoint> points) {
        return points.stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .toList();
    }
}
