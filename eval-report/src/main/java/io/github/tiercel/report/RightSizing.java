package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a smaller or faster model costs: quality beside latency, throughput, memory and size, of each measured model
 * against one of them. That is the baseline if it was measured, else the first model.
 */
final class RightSizing {

    private static final int LEAST_NAME = 12;

    /** A model with what was measured of it. */
    private record Measured(String name, Map<String, Estimate> metrics, ServingProfile serving) {

        static Optional<Measured> of(ModelResult model) {
            return model.serving().map(serving -> new Measured(model.model(), model.metrics(), serving));
        }

        static Optional<Measured> of(BaselineResult baseline) {
            return baseline.serving().map(serving -> new Measured(baseline.name(), baseline.metrics(), serving));
        }
    }

    private final Measured reference;
    private final boolean isBaseline;
    private final List<ModelResult> models;
    private final Optional<String> metric;

    private RightSizing(Measured reference, boolean isBaseline, List<ModelResult> models) {
        this.reference = reference;
        this.isBaseline = isBaseline;
        this.models = models;
        this.metric = metric(models.get(0));
    }

    /** {@return the comparison; empty unless two were measured} */
    static Optional<RightSizing> of(EvaluationResult result) {
        List<ModelResult> measured = result.models().stream()
                .filter(model -> model.serving().isPresent())
                .toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        Optional<Measured> baseline = measured.get(0).baseline().flatMap(Measured::of);
        List<ModelResult> others = baseline.isPresent() ? measured : measured.subList(1, measured.size());
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new RightSizing(
                        baseline.or(() -> Measured.of(measured.get(0))).orElseThrow(), baseline.isPresent(), others));
    }

    /** {@return the table where there is room for it, and a sentence for each model} */
    static List<String> lines(EvaluationResult result, Layout layout) {
        List<String> lines = new ArrayList<>();
        of(result).ifPresent(sizing -> {
            TextTable table = sizing.table();
            lines.addAll(table.fits(layout.width()) ? table.lines(layout) : List.of());
            sizing.sentences().forEach(text -> lines.addAll(Paragraph.lines(text, "", 2, layout.width())));
        });
        return lines;
    }

    /** The one that must not get worse, else the first that a gate names, else the first. */
    private static Optional<String> metric(ModelResult model) {
        List<String> names = List.copyOf(model.metrics().keySet());
        return Stream.of(" no-worse-than ", " ", "@")
                .flatMap(behind -> names.stream().filter(name -> model.gates().stream()
                        .anyMatch(gate -> gate.rule().startsWith(name + behind))))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /** {@return for example "int8 against fp32: 1.9x faster, 4.0x smaller, -0.0004 roc_auc [-0.0011, +0.0003]"} */
    List<String> sentences() {
        return models.stream().map(this::sentence).toList();
    }

    private String sentence(ModelResult model) {
        List<String> parts = new ArrayList<>();
        ServingProfile serving = model.serving().orElseThrow();
        parts.add(SpeedText.of(serving, reference.serving()));
        parts.add(RatioText.of(
                bytes(reference.serving().modelBytes()), bytes(serving.modelBytes()), "smaller", "larger"));
        metric.ifPresent(name -> parts.add(quality(name, model)));
        metric.ifPresent(name -> parts.add(noWorse(name, model)));
        parts.removeIf(String::isEmpty);
        return model.model() + " against " + reference.name() + ": "
                + (parts.isEmpty() ? "nothing that can be compared" : String.join(", ", parts));
    }

    private static double bytes(OptionalLong known) {
        return known.isPresent() ? known.getAsLong() : Double.NaN;
    }

    private String quality(String name, ModelResult model) {
        Optional<Difference> difference = difference(name, model);
        if (difference.isPresent()) {
            double number = difference.get().value().orNaN();
            Digits digits = Digits.of(number, difference.get().interval());
            return digits.signed(number) + " " + name
                    + difference
                            .get()
                            .interval()
                            .map(ends -> " " + digits.signed(ends))
                            .orElse("")
                    + PairingText.after(difference.get());
        }
        return value(name, model.metrics()) + " " + name
                + (reference.metrics().containsKey(name) ? " against " + value(name, reference.metrics()) : "");
    }

    private Optional<Difference> difference(String name, ModelResult model) {
        return Optional.ofNullable(model.comparison().get(name))
                .filter(found -> isBaseline && found.value().isDefined());
    }

    private static String value(String name, Map<String, Estimate> metrics) {
        return Optional.ofNullable(metrics.get(name)).map(IntervalText::of).orElse("no");
    }

    private static String noWorse(String name, ModelResult model) {
        String start = name + " no-worse-than baseline by ";
        return model.gates().stream()
                .filter(gate -> gate.rule().startsWith(start))
                .findFirst()
                .map(gate -> said(gate.verdict()) + gate.rule().substring(start.length()))
                .orElse("");
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "not worse by ";
            case INCONCLUSIVE -> "perhaps worse by more than ";
            case FAIL -> "worse by more than ";
        };
    }

    TextTable table() {
        List<Column> columns = new ArrayList<>(List.of(Column.left("model").shrinkingTo(LEAST_NAME)));
        metric.ifPresent(name -> columns.add(Column.left(name)));
        columns.addAll(
                List.of(Column.right("p99"), Column.right("throughput"), Column.right("memory"), Column.right("size")));
        List<Row> rows = new ArrayList<>();
        rows.add(row(reference, isBaseline ? "(baseline)" : "", value(reference)));
        models.forEach(model -> rows.add(row(Measured.of(model).orElseThrow(), "", inTable(model))));
        return new TextTable(columns, rows);
    }

    private Cell value(Measured model) {
        return Cell.of(metric.map(name -> value(name, model.metrics())).orElse(""));
    }

    private Cell inTable(ModelResult model) {
        Optional<Difference> difference = metric.flatMap(name -> difference(name, model));
        if (difference.isEmpty()) {
            return value(Measured.of(model).orElseThrow());
        }
        double number = difference.get().value().orNaN();
        Digits digits = Digits.of(number, difference.get().interval());
        String interval = difference
                .get()
                .interval()
                .map(ends -> " " + digits.signed(ends))
                .orElse("");
        return new Cell(
                digits.signed(number) + interval,
                DifferenceColumns.outcome(difference.get()).tone());
    }

    private Row row(Measured model, String what, Cell quality) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of((model.name() + " " + what).strip())));
        if (metric.isPresent()) {
            cells.add(quality);
        }
        cells.add(p99(model.serving()));
        cells.add(Cell.of(model.serving().throughput().stream()
                .findFirst()
                .map(found -> Digits.of(found.rowsPerSecond(), found.interval()).plain(found.rowsPerSecond()) + "/s")
                .orElse("")));
        cells.add(size(model.serving().memory().map(MemoryUse::residentBytes).orElse(OptionalLong.empty())));
        cells.add(size(model.serving().modelBytes()));
        return new Row(cells, Cell.EMPTY);
    }

    private static Cell p99(ServingProfile serving) {
        return Cell.of(serving.latency().stream()
                .limit(1)
                .flatMap(latency -> Optional.ofNullable(latency.percentiles().get("p99")).stream())
                .map(ServingText::value)
                .findFirst()
                .orElse(""));
    }

    private static Cell size(OptionalLong bytes) {
        return bytes.isPresent() ? Cell.of(ByteText.of(bytes.getAsLong())) : Cell.EMPTY;
    }
}
