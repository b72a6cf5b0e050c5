package io.github.tiercel.report;

import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.TaskFindings;
import io.github.tiercel.result.WorseSlice;

/** Reads a search for worse slices as {@link SliceSearchJson} writes it. */
final class SliceSearchReader {

    private SliceSearchReader() {}

    static SliceSearch search(JsonSource json, TaskFindings task) {
        return new SliceSearch(
                json.text("metric"),
                json.count("searched"),
                json.count("too_small"),
                json.number("alpha", Double.NaN),
                json.object("worse_than_rest", found -> findings(found, task)),
                json.maybeObject("worse_than_baseline", found -> findings(found, task)));
    }

    private static SliceSearch.Findings findings(JsonSource json, TaskFindings task) {
        return new SliceSearch.Findings(json.count("significant"), json.objects("worst", slice -> slice(slice, task)));
    }

    private static WorseSlice slice(JsonSource json, TaskFindings task) {
        return new WorseSlice(
                json.text("column"),
                json.text("value"),
                json.count("rows"),
                FindingsReader.support(json, task),
                json.number("metric_value", Double.NaN),
                json.number("reference", Double.NaN),
                EstimateReader.interval(json),
                json.number("p_adjusted", Double.NaN));
    }
}
