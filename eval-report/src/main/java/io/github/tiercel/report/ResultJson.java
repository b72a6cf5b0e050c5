package io.github.tiercel.report;

import io.github.tiercel.data.DataException;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Provenance;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An evaluation's result as JSON, in the form that {@code docs/result.schema.json} describes.
 *
 * <p>The result of one model is flat; of several models, what they do not share stands under {@code models} by name.
 * Keys come in a fixed order and numbers in the shortest form that reads back as the same double, so equal results give
 * equal bytes on every Java version. JSON knows neither infinity nor NaN: {@code null} stands for an infinite end of an
 * interval, an infinite threshold, or any other number that is not finite; beside a value, {@code infinite} says which
 * infinity. An undefined metric has the key {@code undefined} with the reason in place of a value.
 *
 * <p>Characters from U+D800 upwards are written as escapes, so text from data survives even where it is no valid
 * Unicode. Lines end in a line feed, the last one too. What was written reads back as a result that has the same JSON,
 * table and page, with no need of the data. All methods may be called from any thread.
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(Path.of("run.json"), StandardCharsets.UTF_8)) {
 *   ResultJson.write(result, out);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class ResultJson {

    private ResultJson() {}

    /**
     * {@return the result as JSON text}
     *
     * @param result what an evaluation found
     * @throws IllegalArgumentException if two models have the same name
     */
    public static String render(EvaluationResult result) {
        StringWriter text = new StringWriter();
        write(result, text);
        return text.toString();
    }

    /**
     * Writes the result as JSON text, flushes, and leaves the writer open.
     *
     * @param result what an evaluation found
     * @param out where to; should encode as UTF-8, the encoding of JSON files
     * @throws IllegalArgumentException if two models have the same name; nothing is written then
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(EvaluationResult result, Writer out) {
        Map<String, ModelResult> models = byName(result.models());
        try (JsonSink json = JsonSink.to(out)) {
            json.document(() -> document(json, result, models));
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be written as JSON: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the result that was written as this JSON}
     *
     * <p>Keys that are not known are ignored: later versions add some.
     *
     * @param json a whole document
     * @throws DataException if it is cut or no valid JSON, of another {@code schemaVersion}, or a key is missing,
     *     repeated or of another type; the message says where, for example at {@code gates[2].verdict}
     */
    public static EvaluationResult parse(String json) {
        return ResultReader.parse(json);
    }

    /**
     * {@return the result that was written into this file}
     *
     * @param file a file of JSON, in UTF-8 unless a byte order mark says otherwise
     * @throws DataException if the file is missing or cannot be read, or is not what {@link #parse} reads
     */
    public static EvaluationResult read(Path file) {
        return ResultReader.read(file);
    }

    private static void document(JsonSink json, EvaluationResult result, Map<String, ModelResult> models)
            throws IOException {
        json.count("schemaVersion", EvaluationResult.SCHEMA_VERSION);
        if (models.size() == 1) {
            ModelJson.write(json, result.model());
        } else {
            ModelJson.verdict(json, result.verdict());
            json.members("models", models, model -> ModelJson.write(json, model));
        }
        json.object("time", () -> TimeJson.write(json, result.time()));
        json.object("holdout", result.holdout(), use -> HoldoutJson.write(json, use, models));
        json.object("sample", result.growth(), new SampleJson(json)::write);
        json.object("history", result.history(), history(json, models)::write);
        json.object("provenance", () -> provenance(json, result.provenance()));
    }

    /** The models of a run are of one task: they were evaluated on the same labels. */
    private static HistoryJson history(JsonSink json, Map<String, ModelResult> models) {
        boolean positives =
                models.values().stream().allMatch(model -> model.binary().isPresent());
        return new HistoryJson(json, new EstimateJson(json, positives));
    }

    static void provenance(JsonSink json, Provenance provenance) throws IOException {
        json.texts("versions", provenance.versions());
        json.texts("fingerprints", provenance.fingerprints());
        json.count("seed", provenance.seed());
        json.texts("settings", provenance.settings());
        json.optional(provenance.command(), command -> json.text("command", command));
    }

    private static Map<String, ModelResult> byName(List<ModelResult> models) {
        Map<String, ModelResult> named = new LinkedHashMap<>();
        for (ModelResult model : models) {
            if (named.put(model.model(), model) != null) {
                throw new IllegalArgumentException(
                        "models must have distinct names, got \"" + model.model() + "\" twice");
            }
        }
        return named;
    }
}
