package io.github.tiercel.report;

import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.PlannedWidth;
import io.github.tiercel.result.SampleGrowth;
import io.github.tiercel.result.SamplePlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a sample that grew, as {@link SampleJson} writes it. */
final class SampleReader {

    private static final String NEEDED = "rows_needed";
    private static final String PLANNED_FROM = "planned_from";

    private SampleReader() {}

    static SampleGrowth growth(JsonSource json, List<ModelResult> models) {
        double halfWidth = json.number("wanted_half_width", Double.POSITIVE_INFINITY);
        Optional<SamplePlan> plan = json.has(PLANNED_FROM)
                ? Optional.of(new SamplePlan(
                        halfWidth,
                        json.count(PLANNED_FROM),
                        models.get(0).rowsTotal(),
                        json.objects("plan", SampleReader::metric)))
                : Optional.empty();
        return new SampleGrowth(halfWidth, json.counts("sizes"), plan);
    }

    private static PlannedMetric metric(JsonSource json) {
        return new PlannedMetric(
                json.text("model"),
                json.text("metric"),
                json.truth("of_difference"),
                json.has(NEEDED) ? OptionalInt.of(json.count(NEEDED)) : OptionalInt.empty(),
                json.objects("half_widths", SampleReader::width),
                json.maybeText("reason"));
    }

    private static PlannedWidth width(JsonSource json) {
        return new PlannedWidth(
                json.count("rows"),
                json.number("full_set", Double.POSITIVE_INFINITY),
                json.number("population", Double.POSITIVE_INFINITY));
    }
}
