package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One metric on all rows and on slices, one below the other: squares with their intervals, hollow diamonds for the
 * baseline, a dashed line where a gate has its limit, on the lines that it judges. A slice that fails its gate is red
 * and has a cross before its name; one that is too small for the gate of its column is grey, and says so. Of many
 * slices, those that matter most are shown.
 */
final class SliceChart {

    /** More would be a page of their own; the table has them all. */
    private static final int MOST = 40;

    private static final int WIDTH = 760;
    private static final int NAMES = 14;
    private static final int ROWS_END = 330;
    private static final int LEFT = 350;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 10;
    private static final int STEP = 26;
    private static final int BELOW = 46;
    private static final int NAME_COLUMNS = 26;

    private final String metric;
    private final SliceGates gates;
    private final SliceChoice choice;
    private final List<Bar> bars;
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
            String name,
            int rows,
            double value,
            Optional<Interval> interval,
            Optional<Double> baseline,
            State state,
            List<Double> limits) {

        DoubleStream numbers() {
            return DoubleStream.concat(
                    DoubleStream.concat(
                            DoubleStream.of(value, baseline.orElse(value)),
                            limits.stream().mapToDouble(limit -> limit)),
                    interval.stream().flatMapToDouble(known -> DoubleStream.of(known.lower(), known.upper())));
        }
    }

    private SliceChart(ModelResult model, SliceGates gates, String metric) {
        this.metric = metric;
        this.gates = gates;
        this.choice = SliceChoice.of(model, gates, MOST);
        this.bars = bars(model);
        this.x = Scale.around(bars.stream().flatMapToDouble(Bar::numbers), LEFT, RIGHT);
    }

    /** {@return the picture of the metric that slices are gated on, else of the first; empty where none has a value} */
    static Optional<SliceChart> of(ModelResult model) {
        SliceGates gates = new SliceGates(model);
        return gates.metric()
                .map(metric -> new SliceChart(model, gates, metric))
                .filter(chart -> !chart.bars.isEmpty());
    }

    private List<Bar> bars(ModelResult model) {
        List<Bar> bars = new ArrayList<>();
        bar("all rows", model.rows(), model.metrics(), model.comparison(), State.PLAIN, gates.limits(metric))
                .ifPresent(bars::add);
        choice.places().stream().map(model.slices()::get).forEach(slice -> bar(
                        SliceName.of(slice),
                        slice.rows(),
                        slice.metrics(),
                        slice.comparison(),
                        state(slice),
                        gates.limits(metric, slice))
                .ifPresent(bars::add));
        return bars;
    }

    private Optional<Bar> bar(
            String name,
            int rows,
            Map<String, Estimate> metrics,
            Map<String, Difference> comparison,
            State state,
            List<Double> limits) {
        return Optional.ofNullable(metrics.get(metric))
                .filter(estimate -> Double.isFinite(estimate.value().orNaN()))
                .map(estimate -> new Bar(
                        SliceName.cut(DisplayText.escaped(name), NAME_COLUMNS),
                        rows,
                        estimate.value().orNaN(),
                        estimate.population(),
                        Optional.ofNullable(comparison.get(metric))
                                .filter(difference -> difference.value().isDefined())
                                .map(difference -> estimate.value().orNaN()
                                        - difference.value().orNaN()),
                        state,
                        limits));
    }

    private State state(SliceResult slice) {
        if (gates.hasFailed(metric, slice)) {
            return State.FAILED;
        }
        return gates.isLeftOut(metric, slice) ? State.NOT_GATED : State.PLAIN;
    }

    Element picture() {
        int height = TOP + STEP * bars.size() + BELOW;
        Scale y = new Scale(0, bars.size(), TOP + STEP * (double) bars.size(), TOP);
        List<Element> shapes = new ArrayList<>(new Axes(x, y, metric, x.ticks(5, 0), List.of()).drawn());
        shapes.addAll(limits());
        for (int i = 0; i < bars.size(); i++) {
            shapes.addAll(drawn(bars.get(i), TOP + STEP * (i + 0.5)));
        }
        return Svg.picture(metric + " by slice", description(), WIDTH, height, shapes)
                .classed("slices");
    }

    /** One line for neighbours of the same limits. */
    private List<Element> limits() {
        List<Element> lines = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= bars.size(); to++) {
            if (to == bars.size()
                    || !bars.get(to).limits().equals(bars.get(from).limits())) {
                for (double limit : bars.get(from).limits()) {
                    double place = x.at(limit);
                    lines.add(Svg.dashed(Svg.line(
                            place, TOP + STEP * (double) from, place, TOP + STEP * (double) to, Ink.ORANGE, 1.5)));
                }
                from = to;
            }
        }
        return lines;
    }

    private List<Element> drawn(Bar bar, double y) {
        Ink ink = bar.state().ink;
        List<Element> shapes = new ArrayList<>();
        shapes.add(Svg.label(NAMES, y + 4, "start", bar.state().mark + bar.name()));
        String gated = bar.state() == State.NOT_GATED ? bar.state().words : "";
        shapes.add(Svg.label(ROWS_END, y + 4, "end", String.format(Locale.ROOT, "%,d rows", bar.rows()) + gated)
                .classed("fill-label rows"));
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

    /** {@return what the shapes that are there mean, and what is left out} */
    String legend() {
        List<String> parts = new ArrayList<>(List.of("Squares with their intervals are the model"));
        if (bars.stream().anyMatch(bar -> bar.baseline().isPresent())) {
            parts.add("hollow diamonds the baseline");
        }
        if (bars.stream().anyMatch(bar -> !bar.limits().isEmpty())) {
            parts.add("dashed lines the limits of the gates on the rows that they cross");
        }
        String legend = String.join(", ", parts);
        if (has(State.FAILED)) {
            legend += "; a red square with a cross before the name fails its gate";
        }
        if (has(State.NOT_GATED)) {
            legend += "; a grey one has too few rows for the gate of its column";
        }
        return legend + choice.note().map(note -> ". Shown are " + note).orElse("") + ".";
    }

    private boolean has(State state) {
        return bars.stream().anyMatch(bar -> bar.state() == state);
    }
}
