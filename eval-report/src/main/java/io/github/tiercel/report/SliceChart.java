package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One metric on all rows and on each slice, one below the other: squares with their intervals, hollow diamonds for the
 * baseline, a dashed line where a gate has its limit. A slice that fails its gate is red and has a cross before its
 * name; one that is too small for the gate of its column is grey, and says so.
 */
final class SliceChart {

    /** More would be a page of their own; the table has them all. */
    private static final int MOST = 40;

    private static final List<String> LIMITS = List.of(" >= ", " > ", " <= ", " < ");
    private static final List<String> SIGNS = List.of(" >= ", " > ", " <= ", " < ", " no-worse-than ");

    private static final int WIDTH = 960;
    private static final int NAMES = 14;
    private static final int ROWS_END = 330;
    private static final int LEFT = 350;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 10;
    private static final int STEP = 26;
    private static final int BELOW = 46;
    private static final int NAME_COLUMNS = 26;

    private final String metric;
    private final List<Bar> bars;
    private final List<GateResult> limits;
    private final Scale x;

    /** How a slice stands with gates. */
    private enum State {
        PLAIN(Ink.BLUE, "", ""),
        FAILED(Ink.RED, "✗ ", ", fails its gate"),
        NOT_GATED(Ink.GREY, "", ", not gated");

        private final Ink ink;
        private final String mark;
        private final String words;

        State(Ink ink, String mark, String words) {
            this.ink = ink;
            this.mark = mark;
            this.words = words;
        }
    }

    /** What stands on one line. */
    private record Bar(
            String name, int rows, double value, Optional<Interval> interval, Optional<Double> baseline, State state) {

        DoubleStream numbers() {
            return DoubleStream.concat(
                    DoubleStream.of(value, baseline.orElse(value)),
                    interval.stream().flatMapToDouble(known -> DoubleStream.of(known.lower(), known.upper())));
        }
    }

    private SliceChart(ModelResult model, String metric) {
        this.metric = metric;
        this.bars = bars(model, metric);
        this.limits = model.gates().stream()
                .filter(gate -> hasLimit(gate, model, metric))
                .toList();
        this.x = Scale.around(
                DoubleStream.concat(
                        bars.stream().flatMapToDouble(Bar::numbers),
                        limits.stream().mapToDouble(GateResult::limit)),
                LEFT,
                RIGHT);
    }

    /**
     * {@return the picture of the metric that slices are gated on, else of the first; nothing where none has a value}
     */
    static List<Element> of(ModelResult model) {
        return model.metrics().keySet().stream()
                .filter(name -> model.slices().stream().anyMatch(slice -> isGated(model, slice, name)))
                .findFirst()
                .or(() -> model.metrics().keySet().stream().findFirst())
                .map(name -> new SliceChart(model, name))
                .filter(chart -> !chart.bars.isEmpty())
                .map(SliceChart::drawn)
                .stream()
                .toList();
    }

    /** Whether a rule is on a metric with a limit: the name is followed by a sign, or by a slice and a sign. */
    private static boolean hasLimit(GateResult gate, ModelResult model, String metric) {
        return startsRule(gate, metric, LIMITS)
                || model.slices().stream().anyMatch(slice -> startsRule(gate, subject(metric, slice), LIMITS));
    }

    private static boolean isGated(ModelResult model, SliceResult slice, String metric) {
        return model.gates().stream().anyMatch(gate -> startsRule(gate, subject(metric, slice), SIGNS));
    }

    private static String subject(String metric, SliceResult slice) {
        return metric + "@" + slice.column() + "=" + slice.value();
    }

    private static boolean startsRule(GateResult gate, String subject, List<String> signs) {
        return signs.stream().anyMatch(sign -> gate.rule().startsWith(subject + sign));
    }

    private static List<Bar> bars(ModelResult model, String metric) {
        List<Bar> bars = new ArrayList<>();
        bar("all rows", model.rows(), model.metrics(), model.comparison(), metric, State.PLAIN)
                .ifPresent(bars::add);
        model.slices().stream().limit(MOST).forEach(slice -> bar(
                        slice.column() + "=" + slice.value(),
                        slice.rows(),
                        slice.metrics(),
                        slice.comparison(),
                        metric,
                        state(model, slice, metric))
                .ifPresent(bars::add));
        return bars;
    }

    private static Optional<Bar> bar(
            String name,
            int rows,
            Map<String, Estimate> metrics,
            Map<String, Difference> comparison,
            String metric,
            State state) {
        return Optional.ofNullable(metrics.get(metric))
                .filter(estimate -> Double.isFinite(estimate.value().orNaN()))
                .map(estimate -> new Bar(
                        DisplayText.cut(DisplayText.escaped(name), NAME_COLUMNS),
                        rows,
                        estimate.value().orNaN(),
                        estimate.population(),
                        Optional.ofNullable(comparison.get(metric))
                                .filter(difference -> difference.value().isDefined())
                                .map(difference -> estimate.value().orNaN()
                                        - difference.value().orNaN()),
                        state));
    }

    private static State state(ModelResult model, SliceResult slice, String metric) {
        if (hasFailed(model, slice, metric)) {
            return State.FAILED;
        }
        boolean others = model.slices().stream()
                .anyMatch(other -> other.column().equals(slice.column()) && isGated(model, other, metric));
        return others && !isGated(model, slice, metric) ? State.NOT_GATED : State.PLAIN;
    }

    private static boolean hasFailed(ModelResult model, SliceResult slice, String metric) {
        return model.gates().stream()
                .anyMatch(gate -> gate.verdict() == Verdict.FAIL && startsRule(gate, subject(metric, slice), SIGNS));
    }

    private Element drawn() {
        int height = TOP + STEP * bars.size() + BELOW;
        Scale y = new Scale(0, bars.size(), TOP + STEP * (double) bars.size(), TOP);
        List<Element> shapes = new ArrayList<>(new Axes(x, y, metric, x.ticks(7, 0), List.of()).drawn());
        limits.forEach(gate -> shapes.add(
                Svg.dashed(Svg.line(x.at(gate.limit()), y.from(), x.at(gate.limit()), y.to(), Ink.ORANGE, 1.5))));
        for (int i = 0; i < bars.size(); i++) {
            shapes.addAll(drawn(bars.get(i), TOP + STEP * (i + 0.5)));
        }
        return Svg.picture(metric + " by slice", description(), WIDTH, height, shapes)
                .classed("wide");
    }

    private List<Element> drawn(Bar bar, double y) {
        Ink ink = bar.state().ink;
        List<Element> shapes = new ArrayList<>();
        shapes.add(Svg.label(NAMES, y + 4, "start", bar.state().mark + bar.name()));
        String gated = bar.state() == State.NOT_GATED ? bar.state().words : "";
        shapes.add(Svg.label(ROWS_END, y + 4, "end", String.format(Locale.ROOT, "%,d rows", bar.rows()) + gated));
        bar.interval().ifPresent(known -> shapes.add(Svg.line(x.at(known.lower()), y, x.at(known.upper()), y, ink, 2)));
        bar.baseline().ifPresent(value -> shapes.add(Svg.hollowDiamond(x.at(value), y, 5, Ink.ORANGE)));
        shapes.add(Svg.square(x.at(bar.value()), y, 4, ink));
        return shapes;
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        for (Bar bar : bars) {
            Digits digits = Digits.of(bar.value(), bar.interval());
            parts.add(bar.name() + ": " + digits.plain(bar.value()) + bar.state().words);
        }
        return String.join("; ", parts) + ".";
    }

    /** {@return what the shapes mean, and what is left out} */
    static String legend(ModelResult model) {
        String baseline = model.baseline().isPresent() ? ", hollow diamonds the baseline" : "";
        String more = model.slices().size() > MOST
                ? String.format(
                        Locale.ROOT,
                        "; the first %d of %,d slices",
                        MOST,
                        model.slices().size())
                : "";
        return "Squares with their intervals are the model" + baseline
                + ", dashed lines the limits of gates; a cross marks a slice that fails its gate, and grey one without a"
                + " gate" + more + ".";
    }
}
