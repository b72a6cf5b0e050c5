package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.TimeBreakdown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

    private static final Set<String> MAPS = Set.of(
            "models",
            "metrics",
            "percentiles",
            "per_class",
            "comparison",
            "tiers",
            "versions",
            "fingerprints",
            "settings");

    @Test
    void severalModelsAreAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("everything.json", ResultJson.render(HandMade.everything()));
    }

    @Test
    void oneModelIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("bare.json", ResultJson.render(HandMade.of(HandMade.bare("m"))));
    }

    @Test
    void goldenFilesFollowTheSchema() throws IOException {
        Schema.assertValid(Golden.read("everything.json"));
        Schema.assertValid(Golden.read("bare.json"));
    }

    @Test
    void oneModelIsFlat() throws IOException {
        JsonNode json = Schema.parse(ResultJson.render(HandMade.of(HandMade.full())));
        assertEquals(0.71659, json.at("/metrics/roc_auc/value").doubleValue());
        assertFalse(json.has("models"));
        Schema.assertValid(json.toString());
    }

    @Test
    void useOfTheRowsStandsBesideItsOptimism() throws IOException {
        JsonNode json =
                Schema.parse(ResultJson.render(HandMade.of(HandMade.full()).withHoldout(HandMade.use())));
        assertEquals(37, json.at("/holdout/models").intValue());
        assertEquals(1120, json.at("/holdout/evaluations").intValue());
        assertEquals(8, json.at("/holdout/tiers/full/evaluations").intValue());
        double standardError = json.at("/metrics/log_loss/standard_error").doubleValue();
        assertTrue(standardError > 0);
        assertEquals(
                standardError * Math.sqrt(2 * Math.log(37)),
                json.at("/holdout/optimism/naive_bayes/log_loss").doubleValue(),
                1e-15);
        Schema.assertValid(json.toString());
    }

    @Test
    void ofASingleModelNoOptimismIsSaid() throws IOException {
        HoldoutUse once = new HoldoutUse(1, 1, Map.of("full", new HoldoutUse.TierUse(1, 1)), false);
        JsonNode json =
                Schema.parse(ResultJson.render(HandMade.of(HandMade.full()).withHoldout(once)));
        assertFalse(json.at("/holdout").has("optimism"));
        assertFalse(json.at("/holdout/whole").booleanValue());
        Schema.assertValid(json.toString());
        assertFalse(
                Schema.parse(ResultJson.render(HandMade.of(HandMade.full()))).has("holdout"));
    }

    @Test
    void verdictIsNullWithoutGates() throws IOException {
        JsonNode json = Schema.parse(ResultJson.render(HandMade.of(HandMade.bare("a"), HandMade.bare("b"))));
        assertTrue(json.get("verdict").isNull());
        assertTrue(json.at("/models/a/verdict").isNull());
        assertFalse(json.at("/models/a").has("baseline"));
    }

    @Test
    void infiniteEndsAndThresholdsAreNull() throws IOException {
        JsonNode model = Schema.parse(ResultJson.render(HandMade.of(HandMade.full())));
        assertTrue(model.at("/metrics/mcc/lower").isNull());
        assertEquals(0.0345, model.at("/metrics/mcc/upper").doubleValue());
        assertTrue(model.at("/curves/roc/threshold/0").isNull());
    }

    @Test
    void undefinedMetricHasAReasonAndNoValue() throws IOException {
        JsonNode accuracy =
                Schema.parse(ResultJson.render(HandMade.of(HandMade.full()))).at("/metrics/accuracy");
        assertEquals(
                "scores are not probabilities: some lie outside [0, 1]",
                accuracy.get("undefined").textValue());
        assertEquals("NOT_PROBABILITIES", accuracy.get("code").textValue());
        assertFalse(accuracy.has("value"));
    }

    @Test
    void numbersHaveTheFewestDigitsThatReadBackTheSame() {
        // Double.toString(2.0E-3) is "0.0020" before Java 19, and 2.0E23 is the classic case of a digit too many.
        TimeBreakdown time =
                new TimeBreakdown(2e-3, InferenceCost.NONE, Double.parseDouble("2.0E23"), 0.1 + 0.2, Double.MIN_VALUE);
        String json = ResultJson.render(new EvaluationResult(
                Optional.empty(), List.of(HandMade.bare("m")), time, HandMade.provenance(), Optional.empty()));
        assertTrue(json.contains("\"read_ms\": 0.002,"), json);
        assertTrue(json.contains("\"metrics_ms\": 2.0E23,"), json);
        assertTrue(json.contains("\"intervals_ms\": 0.30000000000000004,"), json);
        assertTrue(json.contains("\"total_ms\": 4.9E-324,"), json);
    }

    @Test
    void givenScoresCostNoInference() throws IOException {
        JsonNode time =
                Schema.parse(ResultJson.render(HandMade.of(HandMade.bare("m")))).get("time");
        for (String key : List.of("rows_inferred", "rows_reused", "rows_checked")) {
            assertTrue(time.get(key).isIntegralNumber() && time.get(key).intValue() == 0, key);
        }
        for (String key : List.of("inference_ms", "inference_saved_ms", "waiting_for_data_ms")) {
            assertEquals(0, time.get(key).doubleValue(), key);
        }
    }

    @Test
    void historyIsSharedByAllModels() throws IOException {
        JsonNode json = Schema.parse(ResultJson.render(HandMade.everything()));
        assertEquals(2, json.at("/history/best_epoch").intValue());
        assertEquals(
                0.1751,
                json.at("/history/epochs/1/tiers/full/metrics/log_loss/value").doubleValue());
        assertEquals(
                8_192, json.at("/history/epochs/1/tiers/full/time/rows_reused").intValue());
        assertFalse(json.at("/models/naive_bayes").has("history"));
    }

    @Test
    void failedEpochHasWarningsAndNoTiers() throws IOException {
        JsonNode epoch = Schema.parse(ResultJson.render(HandMade.everything())).at("/history/epochs/2");
        assertEquals("{}", epoch.get("tiers").toString());
        assertEquals("NOT_FINITE", epoch.at("/warnings/0/code").textValue());
    }

    @Test
    void historyOfARunThatGoesOnSaysNothingOfItsEnd() throws IOException {
        EvaluationResult result = HandMade.of(HandMade.bare("m")).withHistory(HandMadeEpochs.goingOn());
        assertFalse(Schema.parse(ResultJson.render(result)).get("history").has("stopped"));
        assertFalse(
                Schema.parse(ResultJson.render(HandMade.of(HandMade.bare("m")))).has("history"));
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        String before = ResultJson.render(HandMade.everything());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(before, ResultJson.render(HandMade.everything()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void equalNamesAreRefusedBeforeAnythingIsWritten() {
        StringWriter out = new StringWriter();
        EvaluationResult twice = HandMade.of(HandMade.bare("m"), HandMade.bare("m"));
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> ResultJson.write(twice, out));
        assertEquals("models must have distinct names, got \"m\" twice", thrown.getMessage());
        assertEquals("", out.toString());
    }

    @Test
    void writerStaysOpenAndIsFlushed() {
        List<String> calls = new ArrayList<>();
        ResultJson.write(HandMade.everything(), new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                calls.add("write");
            }

            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        });
        assertTrue(calls.contains("write") && calls.contains("flush"), calls::toString);
        assertFalse(calls.contains("close"), calls::toString);
    }

    @Test
    void failingWriterIsReported() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Exception thrown =
                assertThrows(UncheckedIOException.class, () -> ResultJson.write(HandMade.everything(), full));
        assertEquals("the result could not be written as JSON: No space left on device", thrown.getMessage());
    }

    @Test
    void schemaIsASchema() throws IOException {
        assertEquals(Set.of(), Schema.ofSchemas().validate(Schema.document()));
    }

    @Test
    void schemaDescribesEveryKey() throws IOException {
        Set<String> described = new HashSet<>();
        describe(Schema.document(), described);
        Set<String> written = new HashSet<>();
        keys(Schema.parse(Golden.read("everything.json")), written);
        for (String name : List.of("bare.json", "multiclass.json", "regression.json", "ranking.json")) {
            keys(Schema.parse(Golden.read(name)), written);
        }
        assertTrue(described.containsAll(written), () -> written + " but the schema has only " + described);
    }

    @Test
    void schemaRefusesWhatIsNotAResult() throws IOException {
        ObjectNode json = (ObjectNode) Schema.parse(Golden.read("bare.json"));
        assertFalse(Schema.accepts(json.deepCopy().without("metrics")));
        assertFalse(Schema.accepts(json.deepCopy().put("schemaVersion", 2)));
        assertFalse(Schema.accepts(json.deepCopy().put("verdict", "MAYBE")));
        assertTrue(Schema.accepts(json.deepCopy().put("added_later", 1)));
    }

    private static void describe(JsonNode schema, Set<String> described) {
        JsonNode properties = schema.path("properties");
        if (properties.isObject()) {
            properties.properties().forEach(property -> {
                assertTrue(property.getValue().path("description").isTextual(), property.getKey());
                described.add(property.getKey());
            });
        }
        schema.forEach(child -> describe(child, described));
    }

    private static void keys(JsonNode json, Set<String> written) {
        json.properties().forEach(member -> {
            written.add(member.getKey());
            if (member.getKey().equals("optimism")) {
                // Numbers by model and metric.
                assertTrue(member.getValue().isObject());
            } else if (MAPS.contains(member.getKey())) {
                member.getValue().forEach(value -> keys(value, written));
            } else {
                keys(member.getValue(), written);
            }
        });
        if (json.isArray()) {
            json.forEach(item -> keys(item, written));
        }
    }
}
