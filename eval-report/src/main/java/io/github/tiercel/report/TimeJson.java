package io.github.tiercel.report;

import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.TimeBreakdown;
import java.io.IOException;

/** The keys of where the time went: all of them always, zero where scores were given. */
final class TimeJson {

    private TimeJson() {}

    static void write(JsonSink json, TimeBreakdown time) throws IOException {
        InferenceCost inference = time.inference();
        json.number("read_ms", time.readMillis());
        json.number("inference_ms", inference.millis());
        json.number("metrics_ms", time.metricsMillis());
        json.number("intervals_ms", time.intervalsMillis());
        json.number("total_ms", time.totalMillis());
        json.count("rows_inferred", inference.rowsInferred());
        json.count("rows_reused", inference.rowsReused());
        json.count("rows_checked", inference.rowsChecked());
        json.number("inference_saved_ms", inference.savedMillis());
        json.number("waiting_for_data_ms", inference.waitingMillis());
        if (inference.batchRows() > 0) {
            json.count("batch_rows", inference.batchRows());
        }
    }
}
