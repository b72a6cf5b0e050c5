package io.github.tiercel.report;

import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.TierRecord;
import java.io.IOException;

/** The keys of a training run's epochs. */
final class HistoryJson {

    private final JsonSink json;
    private final EstimateJson estimates;

    HistoryJson(JsonSink json, EstimateJson estimates) {
        this.json = json;
        this.estimates = estimates;
    }

    void write(EpochHistory history) throws IOException {
        json.text("run", history.run());
        json.text("monitor", history.monitor());
        json.text("direction", EstimateJson.name(history.direction()));
        json.optional(history.bestEpoch(), epoch -> json.count("best_epoch", epoch));
        json.optional(history.stopped(), reason -> json.text("stopped", reason));
        json.objects("epochs", history.epochs(), this::epoch);
    }

    private void epoch(EpochRecord epoch) throws IOException {
        json.count("epoch", epoch.epoch());
        json.truth("improved", epoch.improved());
        json.number("training_ms", epoch.trainingMillis());
        json.number("evaluation_ms", epoch.evaluationMillis());
        json.members("tiers", epoch.tiers(), this::tier);
        json.objects("warnings", epoch.warnings(), warning -> ModelJson.warning(json, warning));
    }

    private void tier(TierRecord tier) throws IOException {
        json.count("rows", tier.rows());
        estimates.members("metrics", tier.metrics());
        json.object("time", () -> TimeJson.write(json, tier.time()));
    }
}
