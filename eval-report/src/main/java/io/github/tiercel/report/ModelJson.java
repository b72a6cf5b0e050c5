package io.github.tiercel.report;

import io.github.tiercel.gate.AdjustedPValues;
import io.github.tiercel.metrics.compare.Adjustment;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.SmallSlices;
import io.github.tiercel.result.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys of one model. Lists are always there, possibly empty, but for small slices; objects are left out where there
 * is nothing.
 */
final class ModelJson {

    private static final int MOST_ROWS = Integer.MAX_VALUE;

    private final JsonSink json;
    private final ModelResult model;
    private final EstimateJson estimates;
    private final FindingsJson findings;
    private final ServingJson serving;
    private final AdjustedPValues adjusted;

    private ModelJson(JsonSink json, ModelResult model) {
        this.json = json;
        this.model = model;
        this.estimates = new EstimateJson(json, model.binary().isPresent());
        this.findings = new FindingsJson(json, estimates);
        this.serving = new ServingJson(json, estimates);
        this.adjusted = AdjustedPValues.of(model);
    }

    static void write(JsonSink json, ModelResult model) throws IOException {
        new ModelJson(json, model).write();
    }

    private void write() throws IOException {
        json.text("model", model.model());
        json.text("task", model.task());
        json.text("tier", model.tier());
        json.count("rows", model.rows());
        json.count("rows_total", model.rowsTotal());
        findings.evidence(model.findings());
        verdict(json, model.verdict());
        estimates.members("metrics", model.metrics());
        findings.details(model.findings());
        slices();
        smallSlices();
        json.object("slice_search", model.sliceSearch(), new SliceSearchJson(json, estimates, findings)::write);
        json.object("folds", model.folds(), this::folds);
        json.object("baseline", model.baseline(), this::baseline);
        estimates.differences("comparison", model.comparison(), Adjustment.HOLM, adjusted::of);
        json.object("latency", model.serving(), serving::write);
        json.objects("gates", model.gates(), gate -> gate(json, estimates, gate));
        json.objects("warnings", model.warnings(), warning -> warning(json, warning));
    }

    static void verdict(JsonSink json, Optional<Verdict> verdict) throws IOException {
        if (verdict.isPresent()) {
            json.text("verdict", verdict.get().name());
        } else {
            json.nothing("verdict");
        }
    }

    private void slices() throws IOException {
        List<Integer> places = IntStream.range(0, model.slices().size()).boxed().toList();
        json.objects("slices", places, this::slice);
    }

    private void smallSlices() throws IOException {
        if (!model.smallSlices().isEmpty()) {
            json.objects("small_slices", model.smallSlices(), this::smallSlices);
        }
    }

    private void smallSlices(SmallSlices small) throws IOException {
        json.text("column", small.column());
        json.count("slices", small.slices());
        json.count("of", small.of());
        json.count("rows", small.rows());
        json.count("fewest", small.fewest());
    }

    private void slice(int place) throws IOException {
        SliceResult slice = model.slices().get(place);
        json.text("column", slice.column());
        json.text("value", slice.value());
        json.count("rows", slice.rows());
        findings.support(slice.support());
        estimates.members("metrics", slice.metrics());
        estimates.differences(
                "comparison",
                slice.comparison(),
                Adjustment.BENJAMINI_HOCHBERG,
                metric -> adjusted.ofSlice(place, metric));
    }

    private void folds(FoldSummary folds) throws IOException {
        json.text("column", folds.column());
        json.count("count", folds.count());
        json.members("metrics", folds.metrics(), this::spread);
    }

    private void spread(FoldSpread spread) throws IOException {
        json.number("mean", spread.mean());
        json.number("sd", spread.deviation());
        json.number("min", spread.min());
        json.number("max", spread.max());
        json.count("undefined", spread.undefined());
    }

    private void baseline(BaselineResult baseline) throws IOException {
        json.text("name", baseline.name());
        estimates.members("metrics", baseline.metrics());
        json.object("curves", baseline.curves(), findings::curves);
        json.object("calibration", baseline.calibration(), findings::calibration);
        json.object("latency", baseline.serving(), serving::write);
    }

    static void gate(JsonSink json, EstimateJson estimates, GateResult gate) throws IOException {
        json.text("rule", gate.rule());
        json.text("verdict", gate.verdict().name());
        if (gate.value().isPresent()) {
            json.value("value", gate.value().getAsDouble());
        }
        json.optional(gate.interval(), estimates::write);
        json.number("limit", gate.limit());
        // Calls were told as rows before they had a key of their own.
        json.count("rows", gate.calls().isPresent() ? Math.min(gate.calls().getAsLong(), MOST_ROWS) : gate.rows());
        if (gate.calls().isPresent()) {
            json.count("calls", gate.calls().getAsLong());
        }
        if (gate.rowsNeeded().isPresent()) {
            json.count("rows_needed", gate.rowsNeeded().getAsLong());
        }
        json.optional(gate.unit(), unit -> json.text("unit", unit.symbol()));
        json.text("reason", gate.reason());
    }

    static void warning(JsonSink json, Notice warning) throws IOException {
        json.text("code", warning.code());
        json.text("text", warning.text());
    }
}
