package io.github.tiercel.report;

import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.ParityRow;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.ScoreGap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A check of served scores as JSON, in the form that {@code docs/parity.schema.json} describes; keys, numbers and text
 * as {@link ResultJson} writes them. All methods may be called from any thread.
 *
 * @since 0.1
 */
public final class ParityJson {

    private final JsonSink json;
    private final EstimateJson estimates;

    private ParityJson(JsonSink json) {
        this.json = json;
        this.estimates = new EstimateJson(json, false);
    }

    /**
     * {@return the result as JSON text, which ends in a line feed}
     *
     * @param result what a check found
     */
    public static String render(ParityResult result) {
        StringWriter text = new StringWriter();
        try (JsonSink json = JsonSink.to(text)) {
            json.document(() -> new ParityJson(json).write(result));
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be written as JSON: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private void write(ParityResult result) throws IOException {
        json.count("schemaVersion", ParityResult.SCHEMA_VERSION);
        ModelJson.verdict(json, result.verdict());
        json.text("reference", result.reference());
        json.text("served", result.served());
        json.count("rows", result.rows());
        json.names("outputs", result.outputs());
        json.number("tolerance", result.tolerance());
        json.number("threshold", result.threshold());
        json.number("level", result.level());
        if (result.batchRows() > 0) {
            json.count("batch_rows", result.batchRows());
        }
        json.truth("identical", result.isIdentical());
        figures(result.figures());
        json.objects("first_rows", result.firstRows(), this::row);
        json.objects("worst_rows", result.worstRows(), this::row);
        json.object("quality", result.quality(), this::quality);
        json.objects("gates", result.gates(), gate -> ModelJson.gate(json, estimates, gate));
        json.objects("warnings", result.warnings(), warning -> ModelJson.warning(json, warning));
        json.object("provenance", () -> ResultJson.provenance(json, result.provenance()));
    }

    private void figures(ParityFigures figures) throws IOException {
        json.object("difference", () -> gap(figures.gap()));
        json.object("beyond_tolerance", () -> share(figures.beyondTolerance()));
        json.object("label_flips", figures.labelFlips(), this::share);
        json.object("rank_correlation", () -> {
            estimates.write(figures.spearman());
            if (figures.kendall() instanceof Value.Defined kendall) {
                json.number("kendall", kendall.number());
            }
        });
    }

    private void gap(ScoreGap gap) throws IOException {
        json.count("identical_rows", gap.identical());
        json.number("max", gap.max());
        json.number("mean", gap.mean());
        json.number("median", gap.median());
        json.number("p90", gap.p90());
        json.number("p99", gap.p99());
        json.number("p999", gap.p999());
    }

    private void share(RowShare share) throws IOException {
        json.count("rows", share.count());
        json.number("share", share.share());
        estimates.write(share.interval());
    }

    private void row(ParityRow row) throws IOException {
        json.count("row", row.row());
        json.optional(row.key(), key -> json.text("id", key));
        scores("reference", row.reference());
        scores("served", row.served());
        json.number("difference", row.gap());
        json.truth("flipped", row.flipped());
        texts("features", row.features());
        texts("served_features", row.servedFeatures());
    }

    private void scores(String name, List<Double> scores) throws IOException {
        json.numbers(name, scores, Double::doubleValue);
    }

    private void texts(String name, Map<String, String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.texts(name, texts);
        }
    }

    private void quality(ModelResult quality) throws IOException {
        EstimateJson ofTask = new EstimateJson(json, quality.binary().isPresent());
        json.text("task", quality.task());
        ofTask.members("metrics", quality.metrics());
        json.object("reference", quality.baseline(), baseline -> ofTask.members("metrics", baseline.metrics()));
        json.members("comparison", quality.comparison(), ofTask::write);
    }
}
