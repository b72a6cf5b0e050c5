package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether probabilities mean what they say: how many rows of a bin are right against how many are predicted so. */
final class CalibrationChart {

    private final ReliabilityCurve curve;
    private final String title;
    private final String right;
    private final String probability;

    private CalibrationChart(ReliabilityCurve curve, String title, String right, String probability) {
        this.curve = curve;
        this.title = title;
        this.right = right;
        this.probability = probability;
    }

    /** {@return the picture of the probabilities of the positive label} */
    static Element of(ReliabilityCurve curve) {
        return new CalibrationChart(curve, "Calibration", "Share of positives", "mean predicted probability").figure();
    }

    /** {@return the picture of the probabilities of the class predicted for each row} */
    static Element ofTopLabel(ReliabilityCurve curve) {
        return new CalibrationChart(
                        curve,
                        "Calibration of the predicted class",
                        "Share of rows whose predicted class is right",
                        "mean probability of the predicted class")
                .figure();
    }

    private Element figure() {
        List<ReliabilityBin> bins = curve.bins();
        String level = LevelHeading.of(bins.stream().map(bin -> Optional.of(bin.interval())));
        return Figure.of(
                title,
                right + " (up, with its " + level + ") against " + probability + " (right), in " + bins.size()
                        + " bins of equal weight",
                picture(bins),
                List.of(Figure.table("Bins of the calibration curve", table(bins))));
    }

    private Element picture(List<ReliabilityBin> bins) {
        List<Element> shapes = new ArrayList<>();
        shapes.add(UnitPlot.chance(0, 0, 1, 1));
        shapes.add(UnitPlot.line(UnitPlot.slanted(bins.stream()
                .map(bin -> new CurvePoint(bin.lowest(), bin.predicted(), bin.observed()))
                .toList())));
        bins.forEach(bin -> shapes.add(UnitPlot.upright(
                bin.predicted(), bin.interval().lower(), bin.interval().upper(), Ink.BLUE)));
        bins.forEach(bin -> shapes.add(UnitPlot.dot(bin.predicted(), bin.observed())));
        return UnitPlot.picture(title, description(bins), probability, shapes);
    }

    private static String description(List<ReliabilityBin> bins) {
        ReliabilityBin first = bins.get(0);
        ReliabilityBin last = bins.get(bins.size() - 1);
        long near = bins.stream()
                .filter(bin -> bin.interval().contains(bin.predicted()))
                .count();
        Digits digits = new Digits(3);
        return bins.size() + " bins, from " + digits.plain(first.predicted()) + " predicted and "
                + digits.plain(first.observed()) + " observed to " + digits.plain(last.predicted()) + " and "
                + digits.plain(last.observed()) + "; the intervals of " + near
                + " hold the dashed diagonal, where a probability is the share that comes true.";
    }

    private static TextTable table(List<ReliabilityBin> bins) {
        List<Column> columns = List.of(
                Column.right("predicted"), Column.right("observed"), Column.left("interval"), Column.right("rows"));
        return new TextTable(columns, bins.stream().map(CalibrationChart::row).toList());
    }

    private static Row row(ReliabilityBin bin) {
        Interval interval = bin.interval();
        Digits digits = Digits.of(bin.observed(), Optional.of(interval));
        return new Row(
                List.of(
                        Cell.of(digits.plain(bin.predicted())),
                        Cell.of(digits.plain(bin.observed())),
                        Cell.of(digits.plain(interval)),
                        Cell.of(String.format(Locale.ROOT, "%,d", bin.rows()))),
                Cell.EMPTY);
    }
}
