package io.github.tiercel.report;

import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.WorseSlice;
import java.io.IOException;

/** The keys of a search for worse slices. */
final class SliceSearchJson {

    private final JsonSink json;
    private final EstimateJson estimates;
    private final FindingsJson findings;

    SliceSearchJson(JsonSink json, EstimateJson estimates, FindingsJson findings) {
        this.json = json;
        this.estimates = estimates;
        this.findings = findings;
    }

    void write(SliceSearch search) throws IOException {
        json.text("metric", search.metric());
        json.count("searched", search.searched());
        json.count("too_small", search.tooSmall());
        json.number("alpha", search.alpha());
        json.object("worse_than_rest", () -> write(search.worseThanRest()));
        json.object("worse_than_baseline", search.worseThanBaseline(), this::write);
    }

    private void write(SliceSearch.Findings found) throws IOException {
        json.count("significant", found.significant());
        json.objects("worst", found.worst(), this::write);
    }

    private void write(WorseSlice slice) throws IOException {
        json.text("column", slice.column());
        json.text("value", slice.value());
        json.count("rows", slice.rows());
        findings.support(slice.support());
        json.number("metric_value", slice.metricValue());
        json.number("reference", slice.reference());
        json.number("difference", slice.difference());
        estimates.write(slice.interval());
        json.number("p_adjusted", slice.adjustedP());
    }
}
