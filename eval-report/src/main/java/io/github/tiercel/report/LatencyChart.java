package io.github.tiercel.report;

import io.github.tiercel.gate.Gates;
import io.github.tiercel.report.LatencyBars.Bar;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.GateUnit;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long calls took: their distribution on a logarithmic axis, with percentiles and what gates allow. */
final class LatencyChart {

    private static final int LEFT = 14;

    /** Room for the names of three percentiles above each other. */
    private static final int TOP = 62;

    private static final int STEP = 15;

    private static final List<String> MARKED = List.of("p50", "p95", "p99");

    private static final int MOST_LIMITS = 3;

    private final LatencyProfile latency;
    private final List<GateResult> limits;
    private final Plot plot;
    private final List<Bar> bars;

    private LatencyChart(LatencyProfile latency, List<GateResult> limits) {
        this.latency = latency;
        this.limits = limits;
        this.bars = LatencyBars.of(latency.histogram());
        Scale x = Scale.around(
                Stream.of(
                                bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to())),
                                marks(),
                                limits())
                        .flatMapToDouble(numbers -> numbers),
                LEFT,
                Plot.RIGHT);
        double most = bars.stream().mapToDouble(Bar::density).max().orElse(1);
        this.plot = new Plot(x, new Scale(0, most, Plot.BOTTOM, TOP));
    }

    /** {@return the pictures of those latencies of a model that have one} */
    static List<Element> of(ServingProfile serving, List<GateResult> gates) {
        return serving.latency().stream()
                .map(latency -> new LatencyChart(latency, limits(latency, serving, gates)))
                .filter(chart -> !chart.bars.isEmpty())
                .map(LatencyChart::figure)
                .toList();
    }

    /** The gates that were held against just this latency. */
    private static List<GateResult> limits(LatencyProfile latency, ServingProfile serving, List<GateResult> gates) {
        return gates.stream()
                .filter(gate ->
                        gate.unit().equals(Optional.of(GateUnit.MILLISECONDS)) && LatencyBars.isDuration(gate.limit()))
                .filter(gate -> isAbout(gate.rule(), latency, serving))
                .toList();
    }

    private static boolean isAbout(String rule, LatencyProfile latency, ServingProfile serving) {
        try {
            return Gates.of(rule).serving().stream()
                    .flatMap(demand -> demand.in(serving).stream())
                    .anyMatch(latency::equals);
        } catch (IllegalArgumentException e) {
            // A judge of the caller's own may write rules of another kind.
            return false;
        }
    }

    private static double log(double millis) {
        return Math.log10(millis);
    }

    private DoubleStream marks() {
        return marked().mapToDouble(name -> log(millis(name)));
    }

    private Stream<String> marked() {
        return MARKED.stream()
                .filter(name -> latency.percentiles().containsKey(name) && LatencyBars.isDuration(millis(name)));
    }

    private double millis(String percentile) {
        return percentile(percentile).millis();
    }

    private LatencyPercentile percentile(String name) {
        return Objects.requireNonNull(latency.percentiles().get(name));
    }

    private DoubleStream limits() {
        return limits.stream().mapToDouble(gate -> log(gate.limit()));
    }

    private Element figure() {
        List<Element> legend =
                new ArrayList<>(List.of(Legend.area(Ink.BLUE, "calls"), Legend.line(Ink.GREY, "percentiles")));
        limits.stream().limit(MOST_LIMITS).forEach(gate -> legend.add(Legend.dashed(Ink.ORANGE, gate.rule())));
        return Figure.of(
                "Latency, " + ServingText.setting(latency),
                "Calls by how long they took, on a logarithmic axis",
                picture(),
                List.of(Legend.of(legend), Figure.table("Calls by latency", table())));
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>();
        shapes.add(Svg.line(LEFT, Plot.BOTTOM, Plot.RIGHT, Plot.BOTTOM, Ink.GRID, 1));
        for (double tick : ticks()) {
            double at = plot.x().at(log(tick));
            shapes.add(Svg.line(at, Plot.BOTTOM, at, TOP, Ink.GRID, 1));
            shapes.add(Svg.label(at, Plot.BOTTOM + Axes.TICK_LABEL, "middle", Digits.toCopy(tick)));
        }
        shapes.add(Plot.bars(bars.stream().map(bar -> plot.outline(bar.from(), bar.to(), 0, bar.density())), Ink.BLUE));
        List<String> marked = marked().toList();
        for (int mark = 0; mark < marked.size(); mark++) {
            shapes.addAll(mark(marked.get(mark), TOP - STEP * (marked.size() - mark) + STEP / 2));
        }
        limits.forEach(gate -> shapes.addAll(limit(gate)));
        return plot.picture(
                "Latency, " + ServingText.setting(latency),
                description(),
                new Axes(plot.x(), plot.y(), "milliseconds", List.of(), List.of()),
                shapes);
    }

    /** Two bars a row: what is counted finely is looked at, not read. */
    private TextTable table() {
        List<Column> columns = List.of(Column.right("from ms"), Column.right("to ms"), Column.right("share of calls"));
        return new TextTable(
                columns,
                LatencyBars.halved(bars).stream()
                        .map(bar -> Row.of(
                                Cell.of(millis(bar.from())),
                                Cell.of(millis(bar.to())),
                                Cell.of(String.format(Locale.ROOT, "%.3f %%", 100 * bar.share()))))
                        .toList());
    }

    private static String millis(double logarithm) {
        double millis = Math.pow(10, logarithm);
        return Digits.of(millis, Optional.empty()).plain(millis);
    }

    private List<Element> mark(String name, double up) {
        double at = plot.x().at(log(millis(name)));
        String anchor = at > (plot.x().from() + plot.x().to()) / 2 ? "end" : "start";
        return List.of(
                Svg.line(at, Plot.BOTTOM, at, up - STEP / 2.0, Ink.GREY, 1.5),
                Svg.label(at + (anchor.equals("end") ? -5 : 5), up, anchor, name + " " + text(name)));
    }

    private String text(String name) {
        return ServingText.value(percentile(name));
    }

    private List<Element> limit(GateResult gate) {
        double at = plot.x().at(log(gate.limit()));
        return List.of(Svg.dashed(Svg.line(at, Plot.BOTTOM, at, Plot.TOP, Ink.ORANGE, 1.5)));
    }

    /** 1, 2 and 5 times powers of ten while there is room for them, else the powers alone. */
    private List<Double> ticks() {
        int first = (int) Math.floor(plot.x().low());
        int last = (int) Math.ceil(plot.x().high());
        List<Integer> digits = last - first <= 3 ? List.of(1, 2, 5) : List.of(1);
        int every = 1 + (last - first) / 8;
        return IntStream.rangeClosed(first, last)
                .filter(power -> power % every == 0)
                .boxed()
                .flatMap(power -> digits.stream().map(digit -> digit * Math.pow(10, power)))
                .filter(tick ->
                        log(tick) >= plot.x().low() && log(tick) <= plot.x().high())
                .toList();
    }

    private String description() {
        String percentiles =
                String.join(", ", marked().map(name -> name + " " + text(name)).toList());
        String allowed = limits.isEmpty()
                ? ""
                : "; gates: "
                        + String.join(
                                ", ", limits.stream().map(GateResult::rule).toList());
        return String.format(Locale.ROOT, "%,d calls: ", latency.calls()) + percentiles + allowed + ".";
    }
}
