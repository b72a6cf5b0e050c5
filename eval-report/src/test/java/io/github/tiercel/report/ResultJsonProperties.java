package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResultJsonProperties {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    @Property(tries = 300, seed = "20261122")
    void everyResultFollowsTheSchema(@ForAll("seeds") long seed) throws JsonProcessingException {
        Schema.assertValid(ResultJson.render(AnyResult.of(seed)));
    }

    @Property(tries = 300, seed = "20261123")
    void nothingOutsideOfTextIsNanOrInfinity(@ForAll("seeds") long seed) {
        String structure = QUOTED.matcher(ResultJson.render(AnyResult.of(seed))).replaceAll("");
        assertFalse(structure.contains("N"), structure);
        assertFalse(structure.contains("I"), structure);
    }

    @Property(tries = 300, seed = "20261124")
    void valuesReadBackToTheLastBit(@ForAll("seeds") long seed) throws JsonProcessingException {
        EvaluationResult result = AnyResult.of(seed);
        JsonNode json = Schema.parse(ResultJson.render(result));
        for (ModelResult model : result.models()) {
            JsonNode node =
                    result.models().size() == 1 ? json : json.get("models").get(model.model());
            model.metrics().forEach((name, estimate) -> {
                if (estimate.value() instanceof Value.Defined defined && Double.isFinite(defined.number())) {
                    assertEquals(
                            defined.number(),
                            node.get("metrics").get(name).get("value").doubleValue());
                }
            });
        }
    }

    @Property(tries = 200, seed = "20261127")
    void keysOfATaskStandInItsResultsAlone(@ForAll("seeds") long seed) throws JsonProcessingException {
        for (ModelResult model : AnyResult.of(seed).models()) {
            JsonNode json = Schema.parse(ResultJson.render(HandMade.of(model)));
            assertEquals(model.binary().isPresent(), json.has("positives"));
            assertEquals(model.findings() instanceof MulticlassFindings, json.has("per_class"));
            assertEquals(model.findings() instanceof RegressionFindings, json.has("labels"));
            assertEquals(model.findings() instanceof RankingFindings, json.has("queries"));
            json.get("metrics").forEach(metric -> assertEquals(model.binary().isPresent(), metric.has("positives")));
        }
    }

    @Property(tries = 200, seed = "20261128")
    void classesReadBackByTheNamesTheyHave(@ForAll("seeds") long seed) throws JsonProcessingException {
        for (ModelResult model : AnyResult.of(seed).models()) {
            JsonNode json = Schema.parse(ResultJson.render(HandMade.of(model)));
            if (model.findings() instanceof MulticlassFindings findings) {
                List<String> names =
                        findings.classes().stream().map(ClassResult::name).toList();
                List<String> read = new ArrayList<>();
                json.get("per_class").fieldNames().forEachRemaining(read::add);
                assertEquals(names, read);
                for (int c = 0; c < names.size(); c++) {
                    assertEquals(names.get(c), json.get("classes").get(c).textValue());
                    assertEquals(
                            findings.confusion().weight(c, 0),
                            json.at("/confusion/weights/" + c + "/0").doubleValue());
                }
            }
        }
    }

    @Property(tries = 300, seed = "20261125")
    void textSurvivesAFileInUtf8(@ForAll("seeds") long seed) throws JsonProcessingException {
        EvaluationResult result = AnyResult.of(seed);
        byte[] file = ResultJson.render(result).getBytes(StandardCharsets.UTF_8);
        JsonNode json = Schema.parse(new String(file, StandardCharsets.UTF_8));
        List<String> names = new ArrayList<>();
        if (json.has("models")) {
            json.get("models").fieldNames().forEachRemaining(names::add);
        } else {
            names.add(json.get("model").textValue());
        }
        assertEquals(result.models().stream().map(ModelResult::model).toList(), names);
    }

    @Property(tries = 50, seed = "20261126")
    void equalResultsGiveEqualText(@ForAll("seeds") long seed) {
        assertEquals(ResultJson.render(AnyResult.of(seed)), ResultJson.render(AnyResult.of(seed)));
    }
}
