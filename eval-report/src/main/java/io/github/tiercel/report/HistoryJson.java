package io.github.tiercel.report;

import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.TierRecord;
import java.io.IOException;

/** The keys of a training run's epochs. */
final class HistoryJson {

    private HistoryJson() {}

    static void write(JsonSink json, EpochHistory history) throws IOException {
        json.text("run", history.run());
        json.text("monitor", history.monitor());
        json.truth("higher_is_better", history.higherIsBetter());
        json.optional(history.bestEpoch(), epoch -> json.count("best_epoch", epoch));
        json.optional(history.stopped(), reason -> json.text("stopped", reason));
        json.objects("epochs", history.epochs(), epoch -> epoch(json, epoch));
    }

    private static void epoch(JsonSink json, EpochRecord epoch) throws IOException {
        json.count("epoch", epoch.epoch());
        json.truth("improved", epoch.improved());
        json.number("training_ms", epoch.trainingMillis());
        json.number("evaluation_ms", epoch.evaluationMillis());
        json.members("tiers", epoch.tiers(), tier -> tier(json, tier));
        json.objects("warnings", epoch.warnings(), warning -> ModelJson.warning(json, warning));
    }

    private static void tier(JsonSink json, TierRecord tier) throws IOException {
        json.count("rows", tier.rows());
        json.members("metrics", tier.metrics(), estimate -> EstimateJson.write(json, estimate));
        json.object("time", () -> TimeJson.write(json, tier.time()));
    }
}
