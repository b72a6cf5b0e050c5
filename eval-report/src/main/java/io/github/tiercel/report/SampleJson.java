package io.github.tiercel.report;

import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.PlannedWidth;
import io.github.tiercel.result.SampleGrowth;
import java.io.IOException;
import java.util.List;

/** The keys of a sample that grew to a wanted half-width. */
final class SampleJson {

    private final JsonSink json;

    SampleJson(JsonSink json) {
        this.json = json;
    }

    void write(SampleGrowth growth) throws IOException {
        json.number("wanted_half_width", growth.halfWidth());
        json.counts("sizes", growth.sizes(), Integer::longValue);
        json.optional(growth.plan(), plan -> json.count("planned_from", plan.rows()));
        List<PlannedMetric> metrics = growth.plan().map(plan -> plan.metrics()).orElse(List.of());
        json.objects("plan", metrics, this::metric);
    }

    private void metric(PlannedMetric planned) throws IOException {
        json.text("model", planned.model());
        json.text("metric", planned.metric());
        json.truth("of_difference", planned.ofDifference());
        if (planned.rowsNeeded().isPresent()) {
            json.count("rows_needed", planned.rowsNeeded().getAsInt());
        }
        json.objects("half_widths", planned.widths(), this::width);
        json.optional(planned.reason(), reason -> json.text("reason", reason));
    }

    private void width(PlannedWidth width) throws IOException {
        json.count("rows", width.rows());
        json.number("full_set", width.fullSet());
        json.number("population", width.population());
    }
}
