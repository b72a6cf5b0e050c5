package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.LatencyProfile.LatencyBin;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.TimeBreakdown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ServingPagesTest {

    private static final ModelResult QUICK = HandMade.bare("quick").withServing(HandMadeServing.quick());

    @Test
    void latencyIsDrawnWithPercentilesAndTheLimitsHeldAgainstIt() {
        Document page = page("p99 <= 5ms", "p50@batch=64,rate=200 < 2ms", "p99@batch=7 <= 1ms", "size <= 50MiB");
        String first = "//figure[figcaption/strong='Latency, batch 1, closed loop']";
        assertEquals(List.of("calls", "percentiles", "p99 <= 5ms"), legend(page, first));
        assertEquals(
                List.of("61,240 calls: p50 0.03110 ms, p95 0.04470 ms, p99 0.0523 ms; gates: p99 <= 5ms."),
                Page.texts(page, first + "//desc"));
        assertEquals(1, Page.texts(page, first + "/svg/line[@stroke-dasharray]").size());
        assertTrue(Page.texts(page, first + "/svg/text").contains("p99 0.0523 ms"));
        assertTrue(Page.texts(page, first + "/svg/text").contains("0.05"));
        String second = "//figure[figcaption/strong='Latency, batch 64, 200 calls a second']";
        assertEquals(List.of("calls", "percentiles", "p50@batch=64,rate=200 < 2ms"), legend(page, second));
    }

    @Test
    void whatElseWasMeasuredStandsBelow() {
        Document page = page("p99 <= 5ms");
        String section = "//section[h2='Serving']";
        assertEquals(
                List.of(
                        "throughput: 1,234,567 rows/s [1,198,000, 1,271,000], batch 1,024, 2 threads",
                        "throughput: 21,300 rows/s [20,900, 21,700], batch 1, 1 thread, p99 within 5 ms",
                        "memory: 512.0 MiB at most, 12.3 MiB of it for the model, 46.0 MiB of Java heap",
                        "size: 1.4 MiB"),
                Page.texts(page, section + "/ul/li"));
        assertEquals(
                List.of(
                        "Noisy at batch 64, 200 calls a second: p99 was 5.2, 4.4 and 7.9 ms in three runs; use a quiet"
                                + " machine, or more runs.",
                        "Measured on the machine of the evaluation, at that time; measuring adds about 42 ns to each"
                                + " call."),
                Page.texts(page, section + "/p"));
        assertEquals(
                List.of("p50", "p95", "p99", "p99.9", "mean", "longest", "calls in runs"),
                Page.texts(page, section + "/div[table]//tbody//th"));
    }

    @Test
    void whatWasNotMeasuredHasNoSection() {
        assertFalse(ResultHtml.render(HandMade.of(HandMade.bare("m"))).contains("Serving"));
        Document page = Page.of(HandMade.of(HandMade.bare("m").withServing(HandMadeServing.bare())));
        assertEquals(1, Page.texts(page, "//section[h2='Serving']").size());
        assertEquals(List.of(), Page.texts(page, "//section[h2='Serving']//svg"));
    }

    @Test
    void oddHistogramsAreDrawnAsFarAsTheyGo() {
        List<LatencyBin> bins = List.of(
                new LatencyBin(0, 0.5, 3),
                new LatencyBin(0.5, 0.5, 1),
                new LatencyBin(2, 1, 1),
                new LatencyBin(Double.NaN, 1, 1),
                new LatencyBin(1, Double.POSITIVE_INFINITY, 1));
        ModelResult odd = HandMade.bare("odd").withServing(profile(bins));
        assertEquals(
                1,
                Page.texts(Page.of(HandMade.of(odd)), "//svg/title[.='Latency, batch 1, closed loop']")
                        .size());
        ModelResult none = HandMade.bare("none").withServing(profile(bins.subList(1, 5)));
        assertEquals(0, Page.texts(Page.of(HandMade.of(none)), "//figure").size());
    }

    private static ServingProfile profile(List<LatencyBin> bins) {
        LatencyProfile latency =
                new LatencyProfile(1, OptionalDouble.empty(), 3, 0, 1, 1, Map.of(), 1, 1, 1, bins, Optional.empty());
        return new ServingProfile(List.of(latency), List.of(), Optional.empty(), OptionalLong.empty(), 0);
    }

    @Test
    void timeOfWaitingIsPartOfInferenceAndSaidInWords() {
        TimeBreakdown time = new TimeBreakdown(20, new InferenceCost(100, 1000, 0, 0, 0, 63), 5, 15, 145);
        EvaluationResult result = HandMade.of(HandMade.bare("m")
                        .withNotices(List.of(new Notice(
                                "INPUT_BOUND", "input-bound: 63 % of inference time was waiting for data."))))
                .traced(time, HandMade.provenance());
        Document page = Page.of(result);
        String section = "//section[h2='Where the time went']";
        assertEquals(
                List.of("All of it took 145 ms: reading 20 ms, 14 %; inference 100 ms, 69 %; of it, waiting for data"
                        + " 63 ms, 43 %; metrics 5.0 ms, 3.4 %; intervals and curves 15 ms, 10 %; other 5.0 ms, 3.4 %;"
                        + " total 145 ms, 100 %."),
                Page.texts(page, section + "//desc"));
        assertTrue(
                Page.texts(page, section + "/p").contains("input-bound: 63 % of inference time was waiting for data."));
    }

    private static List<String> legend(Document page, String figure) {
        return Page.texts(page, figure + "//li").stream().map(String::strip).toList();
    }

    private static Document page(String... rules) {
        return Page.of(Gates.of(rules).judge(HandMade.of(QUICK)));
    }
}
