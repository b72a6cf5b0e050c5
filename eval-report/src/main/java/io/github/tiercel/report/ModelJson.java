package io.github.tiercel.report;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The keys of one model. Lists are always there, possibly empty; objects are left out where there is nothing. */
final class ModelJson {

    private ModelJson() {}

    static void write(JsonSink json, ModelResult model) throws IOException {
        json.text("model", model.model());
        json.text("task", model.task());
        json.text("tier", model.tier());
        json.count("rows", model.rows());
        json.count("rows_total", model.rowsTotal());
        json.count("positives", model.positives());
        verdict(json, model.verdict());
        json.members("metrics", model.metrics(), estimate -> EstimateJson.write(json, estimate));
        json.object("confusion", model.confusion(), matrix -> confusion(json, matrix));
        json.object("thresholds", model.thresholds(), best -> thresholds(json, best));
        json.object("curves", model.curves(), curves -> curves(json, curves));
        json.objects("slices", model.slices(), slice -> slice(json, slice));
        json.object("baseline", model.baseline(), baseline -> baseline(json, baseline));
        json.someMembers("comparison", model.comparison(), difference -> EstimateJson.write(json, difference));
        json.objects("gates", model.gates(), gate -> gate(json, gate));
        json.objects("warnings", model.warnings(), warning -> warning(json, warning));
    }

    static void verdict(JsonSink json, Optional<Verdict> verdict) throws IOException {
        if (verdict.isPresent()) {
            json.text("verdict", verdict.get().name());
        } else {
            json.nothing("verdict");
        }
    }

    private static void confusion(JsonSink json, ConfusionMatrix matrix) throws IOException {
        json.number("threshold", matrix.threshold());
        json.number("true_positives", matrix.truePositives());
        json.number("false_positives", matrix.falsePositives());
        json.number("false_negatives", matrix.falseNegatives());
        json.number("true_negatives", matrix.trueNegatives());
    }

    private static void thresholds(JsonSink json, BestThreshold best) throws IOException {
        json.object("best_f1", () -> {
            json.number("threshold", best.threshold());
            json.number("value", best.value());
            json.optional(best.interval(), interval -> EstimateJson.write(json, interval));
        });
    }

    private static void curves(JsonSink json, Curves curves) throws IOException {
        json.object("roc", () -> curve(json, curves.roc().points(), "fpr", "tpr"));
        json.object("pr", () -> curve(json, curves.precisionRecall().points(), "recall", "precision"));
    }

    private static void curve(JsonSink json, List<CurvePoint> points, String x, String y) throws IOException {
        json.numbers("threshold", points, CurvePoint::threshold);
        json.numbers(x, points, CurvePoint::x);
        json.numbers(y, points, CurvePoint::y);
    }

    private static void slice(JsonSink json, SliceResult slice) throws IOException {
        json.text("column", slice.column());
        json.text("value", slice.value());
        json.count("rows", slice.rows());
        json.count("positives", slice.positives());
        json.members("metrics", slice.metrics(), estimate -> EstimateJson.write(json, estimate));
        json.someMembers("comparison", slice.comparison(), difference -> EstimateJson.write(json, difference));
    }

    private static void baseline(JsonSink json, BaselineResult baseline) throws IOException {
        json.text("name", baseline.name());
        json.members("metrics", baseline.metrics(), estimate -> EstimateJson.write(json, estimate));
    }

    private static void gate(JsonSink json, GateResult gate) throws IOException {
        json.text("rule", gate.rule());
        json.text("verdict", gate.verdict().name());
        json.number("value", gate.value());
        json.optional(gate.interval(), interval -> EstimateJson.write(json, interval));
        json.number("limit", gate.limit());
        json.count("rows", gate.rows());
        if (gate.rowsNeeded().isPresent()) {
            json.count("rows_needed", gate.rowsNeeded().getAsLong());
        }
        json.text("reason", gate.reason());
    }

    static void warning(JsonSink json, Notice warning) throws IOException {
        json.text("code", warning.code());
        json.text("text", warning.text());
    }
}
