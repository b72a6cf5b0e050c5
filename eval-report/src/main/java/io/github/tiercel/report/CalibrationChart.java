package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether probabilities mean what they say: how many rows of a bin are positive against how many are predicted so. */
final class CalibrationChart {

    private CalibrationChart() {}

    static Element of(ReliabilityCurve curve) {
        List<ReliabilityBin> bins = curve.bins();
        String level = LevelHeading.of(bins.stream().map(bin -> Optional.of(bin.interval())));
        return UnitPlot.figure(
                "Calibration",
                "Share of positives (up, with its " + level + ") against mean predicted probability (right), in "
                        + bins.size() + " bins of equal weight",
                picture(bins),
                List.of(Card.details("View as table", HtmlTable.of("Bins of the calibration curve", table(bins)))));
    }

    private static Element picture(List<ReliabilityBin> bins) {
        List<Element> shapes = new ArrayList<>();
        shapes.add(UnitPlot.chance(0, 0, 1, 1));
        shapes.add(UnitPlot.line(UnitPlot.slanted(bins.stream()
                .map(bin -> new CurvePoint(bin.lowest(), bin.predicted(), bin.observed()))
                .toList())));
        bins.forEach(bin -> shapes.add(UnitPlot.upright(
                bin.predicted(), bin.interval().lower(), bin.interval().upper(), Ink.BLUE)));
        bins.forEach(bin -> shapes.add(UnitPlot.dot(bin.predicted(), bin.observed())));
        return UnitPlot.picture(
                "Calibration",
                bins.size() + " bins; on the dashed diagonal a probability is the share of rows that are positive.",
                "mean predicted probability",
                shapes);
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
