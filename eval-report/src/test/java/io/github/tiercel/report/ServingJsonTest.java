package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.data.DataException;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServingJsonTest {

    private static final ModelResult QUICK = HandMade.bare("quick").withServing(HandMadeServing.quick());

    @Test
    void whatWasMeasuredStandsUnderLatency() throws IOException {
        String text = ResultJson.render(HandMade.of(QUICK));
        Schema.assertValid(text);
        JsonNode latency = Schema.parse(text).get("latency");
        JsonNode closed = latency.at("/profiles/0");
        assertEquals(0.0523, closed.at("/percentiles/p99/value").doubleValue());
        assertEquals(0.0601, closed.at("/percentiles/p99/upper").doubleValue());
        assertEquals(368, closed.at("/percentiles/p99/calls_needed").intValue());
        assertEquals(2, closed.at("/percentiles/p99/runs").size());
        assertEquals(10, closed.at("/histogram/calls").size());
        assertFalse(closed.has("arrivals_per_second"));
        assertFalse(closed.has("noise"));
        JsonNode open = latency.at("/profiles/1");
        assertEquals(200, open.get("arrivals_per_second").intValue());
        assertFalse(open.at("/percentiles/p99.9").has("upper"));
        assertTrue(open.get("noise").textValue().startsWith("p99 was 5.2, 4.4 and 7.9 ms"));
        assertEquals(1_234_567, latency.at("/throughput/value").doubleValue());
        assertEquals(1024, latency.at("/throughput/batch_rows").intValue());
        assertFalse(latency.get("throughput").has("latency_limit_ms"));
        assertEquals(5, latency.at("/more_throughput/0/latency_limit_ms").intValue());
        assertEquals(1, latency.get("more_throughput").size());
        assertEquals(536_870_913, latency.at("/memory/resident_bytes").longValue());
        assertEquals(1_482_752, latency.get("model_bytes").longValue());
        assertEquals(41.5, latency.get("probe_ns").doubleValue());
    }

    @Test
    void whatWasNotMeasuredIsLeftOut() throws IOException {
        assertFalse(
                Schema.parse(ResultJson.render(HandMade.of(HandMade.bare("m")))).has("latency"));
        String text = ResultJson.render(HandMade.of(HandMade.bare("m").withServing(HandMadeServing.bare())));
        Schema.assertValid(text);
        assertEquals(2, Schema.parse(text).get("latency").size());
    }

    @Test
    void gatesAreJudgedAgainFromTheFile() throws IOException {
        String text =
                ResultJson.render(Gates.of("p99 <= 5ms", "memory <= 512MiB").judge(HandMade.of(QUICK)));
        Schema.assertValid(text);
        assertEquals("ms", Schema.parse(text).at("/gates/0/unit").textValue());
        EvaluationResult again = Gates.of("p99 < 0.06ms", "throughput >= 2/s").judge(ResultJson.parse(text));
        assertEquals(Optional.of(Verdict.INCONCLUSIVE), again.verdict());
        assertEquals(Verdict.PASS, again.model().gates().get(1).verdict());
    }

    @Test
    void histogramOfUnequalLengthsIsRefused() {
        String text = ResultJson.render(HandMade.of(QUICK)).replaceFirst("\"to_ms\": \\[[^,]*,", "\"to_ms\": [");
        assertEquals(
                "The JSON cannot be read as a result: latency.profiles[0].histogram.calls has 10 numbers beside 10"
                        + " lower and 9 upper ends. Name a file that tiercel evaluate --format json wrote.",
                assertThrows(DataException.class, () -> ResultJson.parse(text)).getMessage());
    }
}
