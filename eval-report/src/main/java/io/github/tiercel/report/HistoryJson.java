package io.github.tiercel.report;

import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.Fidelity;
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
        json.object("fidelity", Fidelity.of(history), this::fidelity);
        json.objects("epochs", history.epochs(), this::epoch);
    }

    private void fidelity(Fidelity fidelity) throws IOException {
        json.text("fast", fidelity.fast());
        json.text("full", fidelity.full());
        json.count("epochs", fidelity.epochs());
        json.count("decisions", fidelity.decisions());
        json.count("agreed", fidelity.agreed());
        json.object("kendall", () -> new EstimateJson(json, false).write(fidelity.kendall()));
        json.count("margins", fidelity.margins());
        json.count("kept", fidelity.kept());
    }

    private void epoch(EpochRecord epoch) throws IOException {
        json.count("epoch", epoch.epoch());
        json.truth("best", epoch.best());
        json.text("progress", ProgressText.key(epoch.progress()));
        json.object("comparison", epoch.comparison(), this::comparison);
        json.number("training_ms", epoch.trainingMillis());
        json.number("evaluation_ms", epoch.evaluationMillis());
        json.members("tiers", epoch.tiers(), this::tier);
        json.objects("warnings", epoch.warnings(), warning -> ModelJson.warning(json, warning));
    }

    private void comparison(EpochComparison comparison) throws IOException {
        json.count("reference", comparison.reference());
        json.count("rows", comparison.rows());
        json.number("gain", comparison.gain());
        json.number("lower", comparison.lower());
        json.number("upper", comparison.upper());
        json.number("alpha", comparison.alpha());
    }

    private void tier(TierRecord tier) throws IOException {
        json.count("rows", tier.rows());
        estimates.members("metrics", tier.metrics());
        json.object("time", () -> TimeJson.write(json, tier.time()));
    }
}
