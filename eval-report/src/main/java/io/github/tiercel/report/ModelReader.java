package io.github.tiercel.report;

import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.GateUnit;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.TaskFindings;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads one model as {@link ModelJson} writes it. */
final class ModelReader {

    private static final String VERDICT = "verdict";
    private static final String CALLS = "calls";
    private static final String NEEDED = "rows_needed";
    private static final String UNIT = "unit";

    private ModelReader() {}

    static ModelResult model(JsonSource json) {
        TaskFindings findings = FindingsReader.findings(json);
        List<Notice> warnings = json.objects("warnings", ModelReader::warning);
        ModelResult model = new ModelResult(
                json.text("model"),
                json.text("tier"),
                json.count("rows"),
                json.count("rows_total"),
                EstimateReader.members(json, "metrics"),
                findings,
                json.objects("slices", slice -> slice(slice, findings)),
                json.maybeObject("baseline", ModelReader::baseline),
                EstimateReader.differences(json, "comparison"),
                json.objects("gates", ModelReader::gate),
                warnings,
                json.maybeObject("slice_search", search -> SliceSearchReader.search(search, findings)),
                json.maybeObject("folds", ModelReader::folds),
                json.maybeObject("latency", ServingReader::serving),
                SmallSlicesReader.of(json, warnings));
        checkVerdict(json, model.verdict());
        return model;
    }

    /** The gates are what a verdict follows from; a file that says otherwise was not written like that. */
    static void checkVerdict(JsonSource json, Optional<Verdict> ofGates) {
        Optional<Verdict> said =
                json.isNull(VERDICT) ? Optional.empty() : Optional.of(json.choice(VERDICT, Verdict.class));
        if (!said.equals(ofGates)) {
            throw json.wrong(
                    VERDICT,
                    "is " + text(said) + ", but the gates say " + text(ofGates) + ", so one of them was changed");
        }
    }

    static Notice warning(JsonSource json) {
        return new Notice(json.text("code"), json.text("text"));
    }

    private static String text(Optional<Verdict> verdict) {
        return verdict.map(Verdict::name).orElse("null");
    }

    private static SliceResult slice(JsonSource json, TaskFindings findings) {
        return new SliceResult(
                json.text("column"),
                json.text("value"),
                json.count("rows"),
                FindingsReader.support(json, findings),
                EstimateReader.members(json, "metrics"),
                EstimateReader.differences(json, "comparison"));
    }

    private static FoldSummary folds(JsonSource json) {
        return new FoldSummary(
                json.text("column"), json.count("count"), json.members("metrics", (metric, spread) -> spread(spread)));
    }

    private static FoldSpread spread(JsonSource json) {
        return new FoldSpread(
                json.number("mean", Double.NaN),
                json.number("sd", Double.NaN),
                json.number("min", Double.NaN),
                json.number("max", Double.NaN),
                json.count("undefined"));
    }

    private static BaselineResult baseline(JsonSource json) {
        return new BaselineResult(
                json.text("name"),
                EstimateReader.members(json, "metrics"),
                json.maybeObject("latency", ServingReader::serving),
                json.maybeObject("curves", FindingsReader::curves),
                json.maybeObject("calibration", FindingsReader::calibration));
    }

    private static GateResult gate(JsonSource json) {
        return new GateResult(
                json.text("rule"),
                json.choice(VERDICT, Verdict.class),
                json.has("value") ? OptionalDouble.of(json.value("value", Double.NaN)) : OptionalDouble.empty(),
                EstimateReader.maybeInterval(json),
                json.number("limit", Double.NaN),
                json.has(CALLS) ? 0 : json.count("rows"),
                json.has(NEEDED) ? OptionalLong.of(json.whole(NEEDED, 0, Long.MAX_VALUE)) : OptionalLong.empty(),
                json.text("reason"),
                json.has(UNIT)
                        ? Optional.of(json.choice(UNIT, List.of(GateUnit.values()), GateUnit::symbol))
                        : Optional.empty(),
                json.has(CALLS) ? OptionalLong.of(json.whole(CALLS, 0, Long.MAX_VALUE)) : OptionalLong.empty());
    }
}
