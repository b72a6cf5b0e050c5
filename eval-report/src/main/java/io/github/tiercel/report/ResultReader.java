package io.github.tiercel.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tiercel.data.DataException;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.result.Verdict;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a result as {@link ResultJson} writes it. */
final class ResultReader {

    // Of equal keys one would win silently, and so would what stands before a second document.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String VERSION = "schemaVersion";
    private static final String MODELS = "models";

    private ResultReader() {}

    private interface Document {
        JsonNode read() throws IOException;
    }

    static EvaluationResult parse(String json) {
        return result("The JSON", () -> MAPPER.readTree(json));
    }

    static EvaluationResult read(Path file) {
        return result(file.toString(), () -> MAPPER.readTree(Files.readAllBytes(file)));
    }

    static TimeBreakdown time(JsonSource json) {
        return new TimeBreakdown(
                json.number("read_ms", Double.NaN),
                new InferenceCost(
                        json.number("inference_ms", Double.NaN),
                        json.whole("rows_inferred", 0, Long.MAX_VALUE),
                        json.whole("rows_reused", 0, Long.MAX_VALUE),
                        json.whole("rows_checked", 0, Long.MAX_VALUE),
                        json.number("inference_saved_ms", Double.NaN),
                        json.number("waiting_for_data_ms", Double.NaN),
                        json.has("batch_rows") ? json.count("batch_rows") : 0),
                json.number("metrics_ms", Double.NaN),
                json.number("intervals_ms", Double.NaN),
                json.number("total_ms", Double.NaN));
    }

    private static EvaluationResult result(String origin, Document document) {
        try {
            return JsonSource.document(document.read(), origin).read(ResultReader::result);
        } catch (JsonProcessingException e) {
            throw unreadable(origin, problem(e), e);
        } catch (NoSuchFileException e) {
            throw new DataException("NO_FILE", "There is no file " + origin + ".", e);
        } catch (IOException e) {
            throw unreadable(origin, reason(e), e);
        }
    }

    private static DataException unreadable(String origin, String problem, IOException cause) {
        return new DataException("NO_RESULT", JsonSource.sentence(origin, problem), cause);
    }

    private static String problem(JsonProcessingException failure) {
        String what = failure.getOriginalMessage().lines().findFirst().orElse("");
        return what.contains("end-of-input")
                ? "it ends in the middle of its JSON" + place(failure.getLocation())
                : "it is no valid JSON" + place(failure.getLocation()) + ": " + what;
    }

    private static String reason(IOException failure) {
        return failure instanceof AccessDeniedException
                ? "permission denied"
                : Optional.ofNullable(failure.getMessage()).orElse("the disk refused it");
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static EvaluationResult result(JsonSource json) {
        checkVersion(json);
        List<ModelResult> models = models(json);
        List<Verdict> verdicts =
                models.stream().flatMap(model -> model.verdict().stream()).toList();
        Optional<Verdict> verdict = Verdict.worst(verdicts);
        ModelReader.checkVerdict(json, verdict);
        return new EvaluationResult(
                verdict,
                models,
                json.object("time", ResultReader::time),
                json.object("provenance", ResultReader::provenance),
                json.maybeObject("history", HistoryReader::history),
                json.maybeObject("holdout", ResultReader::holdout),
                json.maybeObject("sample", sample -> SampleReader.growth(sample, models)));
    }

    private static void checkVersion(JsonSource json) {
        long version = json.whole(VERSION, Long.MIN_VALUE, Long.MAX_VALUE);
        if (version != EvaluationResult.SCHEMA_VERSION) {
            throw json.wrong(
                    VERSION,
                    "is " + version + ", and this version of Tiercel reads " + EvaluationResult.SCHEMA_VERSION);
        }
    }

    private static List<ModelResult> models(JsonSource json) {
        if (!json.has(MODELS)) {
            return List.of(ModelReader.model(json));
        }
        return new ArrayList<>(json.members(MODELS, ResultReader::named).values());
    }

    private static ModelResult named(String name, JsonSource json) {
        ModelResult model = ModelReader.model(json);
        if (!model.model().equals(name)) {
            throw json.wrong("model", "must be \"" + name + "\" as its key, got \"" + model.model() + "\"");
        }
        return model;
    }

    private static HoldoutUse holdout(JsonSource json) {
        Map<String, HoldoutUse.TierUse> tiers = json.members("tiers", (name, tier) -> tierUse(tier));
        return new HoldoutUse(
                json.count(MODELS), json.whole("evaluations", 0, Long.MAX_VALUE), tiers, json.truth("whole"));
    }

    private static HoldoutUse.TierUse tierUse(JsonSource json) {
        return new HoldoutUse.TierUse(json.count(MODELS), json.whole("evaluations", 0, Long.MAX_VALUE));
    }

    private static Provenance provenance(JsonSource json) {
        return new Provenance(
                json.texts("versions"),
                json.texts("fingerprints"),
                json.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                json.texts("settings"),
                json.maybeText("command"));
    }
}
