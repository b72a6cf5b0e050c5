package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.MeasuredModel;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ServingResult;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was measured in service and not evaluated, as a table and as JSON. */
class ServingResultTest {

    private static final Gates GATES = Gates.of("p99 <= 100s", "p50 <= 1ns");
    private static final Provenance PROVENANCE = new Provenance(
            Map.of("tiercel", "0.1"), Map.of("data", "d1"), 42, Map.of(), Optional.of("tiercel latency"));

    private static MeasuredModel model(String name, ServingProfile profile, boolean isJudged) {
        return new MeasuredModel(name, profile, isJudged ? GATES.judge(profile) : List.of());
    }

    @Test
    void theTableHasABlockForEachModelAndEndsWithTheVerdict() {
        ServingResult result = new ServingResult(
                List.of(model("quick", HandMadeServing.quick(), true), model("slow", HandMadeServing.slow(), true)),
                PROVENANCE);
        String table = ServingResultTable.render(result, 100, Style.PLAIN);
        assertTrue(table.startsWith("quick\nlatency "), table);
        assertTrue(table.contains("\n\nslow\nlatency "), table);
        assertTrue(table.contains("PASS  p99 <= 100s"), table);
        assertTrue(table.contains("FAIL  p50 <= 1ns"), table);
        assertTrue(table.endsWith("\nVerdict: FAIL: 2 of 4 gates failed.\n"), table);
        assertTrue(table.lines().allMatch(line -> line.length() <= 100), table);
    }

    @Test
    void withoutGatesThereIsNoVerdict() throws JsonProcessingException {
        ServingResult result = new ServingResult(List.of(model("bare", HandMadeServing.bare(), false)), PROVENANCE);
        assertFalse(ServingResultTable.render(result, 80, Style.PLAIN).contains("Verdict"));
        String json = ServingResultJson.render(result);
        Schema.assertValid(json, "latency");
        assertFalse(Schema.parse(json).has("verdict"));
    }

    @Test
    void theJsonIsAsItsSchemaDescribesIt() throws JsonProcessingException {
        ServingResult result = new ServingResult(List.of(model("quick", HandMadeServing.quick(), true)), PROVENANCE);
        assertEquals(Optional.of(Verdict.FAIL), result.verdict());
        String json = ServingResultJson.render(result);
        Schema.assertValid(json, "latency");
        JsonNode parsed = Schema.parse(json);
        assertEquals("FAIL", parsed.at("/verdict").asText());
        assertEquals("quick", parsed.at("/models/0/model").asText());
        assertEquals("p99 <= 100s", parsed.at("/models/0/gates/0/rule").asText());
        assertTrue(
                parsed.at("/models/0/latency/profiles/0/percentiles/p99/value").isNumber());
    }
}
