package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Whether probabilities mean what they say: how many rows of a bin are right against how many are predicted so. */
final class CalibrationChart {

    private static final int LEFT = 44;

    private final ReliabilityCurve curve;
    private final Optional<ReliabilityCurve> baseline;
    private final String title;
    private final String right;
    private final String probability;

    /** Where both axes end: at 1, or earlier where all bins lie in the lower half. */
    private final double end;

    private CalibrationChart(
            ReliabilityCurve curve,
            Optional<ReliabilityCurve> baseline,
            String title,
            String right,
            String probability) {
        this.curve = curve;
        this.baseline = baseline;
        this.end = end(curve, baseline);
        this.title = title;
        this.right = right;
        this.probability = probability;
    }

    /** {@return the picture of the probabilities of the positive label} */
    static Element of(ReliabilityCurve curve, Optional<ReliabilityCurve> baseline) {
        return new CalibrationChart(curve, baseline, "Calibration", "Share of positives", "mean predicted probability")
                .figure();
    }

    /** {@return the picture of the probabilities of the class predicted for each row} */
    static Element ofTopLabel(ReliabilityCurve curve) {
        return new CalibrationChart(
                        curve,
                        Optional.empty(),
                        "Calibration of the predicted class",
                        "Share of rows whose predicted class is right",
                        "mean probability of the predicted class")
                .figure();
    }

    private static double end(ReliabilityCurve curve, Optional<ReliabilityCurve> baseline) {
        double most = Stream.concat(curve.bins().stream(), baseline.stream().flatMap(other -> other.bins().stream()))
                .flatMapToDouble(bin -> DoubleStream.of(
                        bin.predicted(), bin.observed(), bin.interval().upper()))
                .reduce(0, Math::max);
        return most > 0 && most <= 0.5 ? Scale.roundUp(most) : 1;
    }

    private Element figure() {
        List<ReliabilityBin> bins = curve.bins();
        String level = LevelHeading.of(bins.stream().map(bin -> Optional.of(bin.interval())));
        return Figure.of(
                title,
                right + " (up, with its " + level + ") against " + probability + " (right), in " + bins.size()
                        + " bins of equal weight"
                        + (end < 1 ? "; both axes end at " + Digits.toCopy(end) + ", since all bins lie below" : ""),
                picture(bins),
                List.of(Figure.table("Bins of the calibration curve", table(bins))));
    }

    private Element picture(List<ReliabilityBin> bins) {
        List<Element> shapes = new ArrayList<>();
        Plot plot = new Plot(new Scale(0, end, LEFT, Plot.RIGHT), new Scale(0, end, Plot.BOTTOM, Plot.TOP));
        shapes.add(plot.reference(0, 0, end, end));
        baseline.ifPresent(other -> shapes.add(plot.baseline(plot.slanted(points(other.bins())))));
        shapes.add(Svg.path(plot.slanted(points(bins)), Ink.BLUE, 2));
        bins.forEach(bin -> shapes.add(plot.upright(
                bin.predicted(), bin.interval().lower(), bin.interval().upper(), Ink.BLUE)));
        bins.forEach(bin -> shapes.add(plot.dot(bin.predicted(), bin.observed())));
        return plot.picture(title, description(bins), probability, shapes);
    }

    private static List<CurvePoint> points(List<ReliabilityBin> bins) {
        return bins.stream()
                .map(bin -> new CurvePoint(bin.lowest(), bin.predicted(), bin.observed()))
                .toList();
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

    /** Bins have equal weights, so those of the baseline stand beside those of as high scores. */
    private TextTable table(List<ReliabilityBin> bins) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.right("predicted"), Column.right("observed"), Column.left("interval"), Column.right("rows")));
        List<ReliabilityBin> others = baseline.map(ReliabilityCurve::bins).orElse(List.of());
        if (!others.isEmpty()) {
            columns.add(Column.right("baseline predicted"));
            columns.add(Column.right("its observed"));
        }
        List<Row> rows = new ArrayList<>();
        for (int bin = 0; bin < Math.max(bins.size(), others.size()); bin++) {
            Row own = bin < bins.size() ? row(bins.get(bin)) : Row.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
            rows.add(bin < others.size() ? own.then(shares(others.get(bin))) : own);
        }
        return new TextTable(columns, rows);
    }

    private static Row shares(ReliabilityBin bin) {
        Digits digits = Digits.of(bin.observed(), Optional.of(bin.interval()));
        return Row.of(Cell.of(digits.plain(bin.predicted())), Cell.of(digits.plain(bin.observed())));
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
