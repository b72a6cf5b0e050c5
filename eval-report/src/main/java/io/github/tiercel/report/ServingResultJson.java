package io.github.tiercel.report;

import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.MeasuredModel;
import io.github.tiercel.result.ServingResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What was measured of models in service as JSON, in the form that {@code docs/latency.schema.json} describes; keys,
 * numbers and text as {@link ResultJson} writes them. All methods may be called from any thread.
 *
 * @since 0.1
 */
public final class ServingResultJson {

    private final JsonSink json;
    private final EstimateJson estimates;

    private ServingResultJson(JsonSink json) {
        this.json = json;
        this.estimates = new EstimateJson(json, false);
    }

    /**
     * {@return the result as JSON text, which ends in a line feed}
     *
     * @param result what was measured
     */
    public static String render(ServingResult result) {
        StringWriter text = new StringWriter();
        try (JsonSink json = JsonSink.to(text)) {
            json.document(() -> new ServingResultJson(json).write(result));
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be written as JSON: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private void write(ServingResult result) throws IOException {
        json.count("schemaVersion", ServingResult.SCHEMA_VERSION);
        json.optional(result.verdict(), verdict -> json.text("verdict", verdict.name()));
        json.objects("models", result.models(), this::model);
        json.object("provenance", () -> ResultJson.provenance(json, result.provenance()));
    }

    private void model(MeasuredModel model) throws IOException {
        json.text("model", model.model());
        json.object("latency", () -> new ServingJson(json, estimates).write(model.serving()));
        json.objects("gates", model.gates(), this::gate);
    }

    private void gate(GateResult gate) throws IOException {
        ModelJson.gate(json, estimates, gate);
    }
}
