package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.Features;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.GateUnit;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import io.github.tiercel.result.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingGatesTest {

    private static final Simulated ROWS = Simulated.rows(400, 0.3, 1);
    private static final Tier TIER = Tier.full().withReplicates(0);
    private static final ServingProfile PROFILE = profile(
            latency(1, OptionalDouble.empty(), between(4, 6), Optional.empty()),
            latency(64, OptionalDouble.empty(), between(14, 16), Optional.empty()),
            latency(64, OptionalDouble.of(200), between(24, 26), Optional.empty()),
            latency(8, OptionalDouble.of(200), Optional.empty(), Optional.empty()),
            latency(8, OptionalDouble.of(50), between(1, 2), Optional.of("p99 was 1, 2 and 9 ms in three runs")));

    @ParameterizedTest
    @CsvSource({
        "p99 <= 6ms,PASS",
        "p99 < 6ms,INCONCLUSIVE",
        "p99 <= 5ms,INCONCLUSIVE",
        "p99 <= 4ms,INCONCLUSIVE",
        "p99 < 4ms,FAIL",
        "p99 <= 3999us,FAIL",
        "p99@batch=64 <= 16ms,PASS",
        "p99@batch=64 <= 13ms,FAIL",
        "'p99@batch=64,rate=200 <= 26ms',PASS",
        "'p99@batch=64,rate=200 <= 23ms',FAIL",
        "'p99@batch=64,rate=200 <= 25ms',INCONCLUSIVE",
        "'p99@batch=8,rate=50 <= 6ms',PASS",
        "'p99@batch=8,rate=50 <= 5999us',INCONCLUSIVE",
        "'p99@batch=8,rate=50 <= 334us',INCONCLUSIVE",
        "'p99@batch=8,rate=50 <= 333us',FAIL",
        "throughput >= 900/s,PASS",
        "throughput >= 1000/s,INCONCLUSIVE",
        "throughput > 1100/s,FAIL",
        "throughput@batch=1024 >= 900/s,PASS",
        "throughput@batch=64 >= 400/s,PASS",
        "throughput@batch=64 >= 601/s,FAIL",
        "'throughput@batch=64,p99=20ms >= 250/s',PASS",
        "'throughput@batch=64,p99=20ms >= 351/s',FAIL",
        "throughput@p99=300us >= 30/s,PASS",
        "throughput@p99=0.3ms >= 51/s,FAIL",
        "memory <= 1000kB,PASS",
        "memory < 1000kB,FAIL",
        "size <= 99B,FAIL",
        "size <= 100B,PASS"
    })
    void intervalsDecideAndBytesAreExact(String rule, Verdict verdict) {
        assertEquals(verdict, judged(rule, PROFILE).verdict());
    }

    @Test
    void noiseLeavesWhatItCouldNotHaveTurnedAround() {
        assertEquals(
                "the whole interval satisfies the rule, even if the machine's noise had made it wrong by a factor of"
                        + " 3",
                judged("p99@batch=8,rate=50 <= 6ms", PROFILE).reason());
    }

    /** Without an interval, p99 is at least 4.4 ms; noise takes a third of that for sure. */
    @Test
    void fewCallsCanShowThatALimitIsBroken() {
        GateResult gate = judged("p99@batch=8,rate=200 <= 4ms", PROFILE);
        assertEquals(Verdict.FAIL, gate.verdict());
        assertEquals("even with few calls, p99 is at least 4.4 ms", gate.reason());
        assertEquals(Optional.empty(), gate.interval());
        assertEquals(
                Verdict.INCONCLUSIVE,
                judged("p99@batch=8,rate=200 <= 4400us", PROFILE).verdict());
        ServingProfile noisy =
                profile(latency(1, OptionalDouble.empty(), Optional.empty(), Optional.of("the load is 9.0")));
        assertEquals(Verdict.INCONCLUSIVE, judged("p99 <= 1500us", noisy).verdict());
        GateResult beyondNoise = judged("p99 <= 1400us", noisy);
        assertEquals(Verdict.FAIL, beyondNoise.verdict());
        assertEquals(
                "even with few calls, p99 is at least 4.4 ms, too much even if the machine's noise had made it wrong by a"
                        + " factor of 3",
                beyondNoise.reason());
    }

    @Test
    void noisyThroughputMayBeWrongByAFactor() {
        ServingProfile noisy = new ServingProfile(
                List.of(),
                List.of(new ThroughputProfile(
                        1000, between(900, 1200), 1024, 1, OptionalDouble.empty(), Optional.of("the load is 9.0"))),
                Optional.empty(),
                OptionalLong.empty(),
                40);
        assertEquals(Verdict.PASS, judged("throughput >= 300/s", noisy).verdict());
        GateResult open = judged("throughput >= 301/s", noisy);
        assertEquals(Verdict.INCONCLUSIVE, open.verdict());
        assertEquals("too noisy to tell: the load is 9.0", open.reason());
        assertEquals(Verdict.INCONCLUSIVE, judged("throughput >= 3600/s", noisy).verdict());
        assertEquals(Verdict.FAIL, judged("throughput >= 3601/s", noisy).verdict());
    }

    @Test
    void theNumbersOfAJudgementAreInTheBaseUnit() {
        GateResult latency = judged("p99 <= 6000us", PROFILE);
        assertEquals("p99 <= 6000us", latency.rule());
        assertEquals(OptionalDouble.of(5), latency.value());
        assertEquals(between(4, 6), latency.interval());
        assertEquals(6, latency.limit());
        assertEquals(OptionalLong.of(900), latency.calls());
        assertEquals(0, latency.rows());
        assertEquals(Optional.of(GateUnit.MILLISECONDS), latency.unit());
        assertEquals("the whole interval satisfies the rule", latency.reason());
        GateResult throughput = judged("throughput >= 0.5/s", PROFILE);
        assertEquals(OptionalDouble.of(1000), throughput.value());
        assertEquals(Optional.of(GateUnit.ROWS_PER_SECOND), throughput.unit());
        GateResult memory = judged("memory <= 1MB", PROFILE);
        assertEquals(OptionalDouble.of(1_000_000), memory.value());
        assertEquals(Optional.empty(), memory.interval());
        assertEquals(1_000_000, memory.limit());
        assertEquals(Optional.of(GateUnit.BYTES), memory.unit());
        assertEquals("the most memory that the process had satisfies the rule", memory.reason());
        assertEquals(
                "the size of the model's files does not satisfy the rule",
                judged("size < 1B", PROFILE).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99 <= 5ms|the interval spans the limit, so this measurement cannot decide; measure for longer",
                "p99@batch=8,rate=200 <= 1000s|too few calls to bound p99: 900 timed, 368 needed",
                "p99@batch=8,rate=50 <= 5ms|too noisy to tell: p99 was 1, 2 and 9 ms in three runs",
                "p99@batch=8 <= 1000s|latency was not measured like that, but at batch=1 and batch=64 and"
                        + " batch=64,rate=200 and batch=8,rate=200 and batch=8,rate=50",
                "p99@rate=200 <= 1000s|latency was not measured like that, but at batch=1 and batch=64 and"
                        + " batch=64,rate=200 and batch=8,rate=200 and batch=8,rate=50",
                "p99.9 <= 1000s|p99.9 was not measured, but p50, p99",
                "throughput@p99=20ms >= 1/s|throughput was not measured like that, but at batch=1024 and batch=64 and"
                        + " batch=64,p99=20ms and batch=1,p99=0.3ms"
            })
    void whatIsNotKnownIsInconclusiveAndSaysWhy(String rule, String reason) {
        GateResult gate = judged(rule, PROFILE);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals(reason, gate.reason());
        assertEquals(OptionalLong.empty(), gate.rowsNeeded());
    }

    @ParameterizedTest
    @CsvSource({
        "p99 <= 5ms,'latency was not measured'",
        "throughput >= 1/s,throughput was not measured",
        "memory <= 1GiB,the most memory that the process had is not known",
        "size <= 1GiB,the size of the model's files is not known"
    })
    void whatTheProfileLacksIsInconclusive(String rule, String reason) {
        ServingProfile empty = new ServingProfile(List.of(), List.of(), Optional.empty(), OptionalLong.empty(), 0);
        GateResult gate = judged(rule, empty);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals(reason, gate.reason());
        ServingProfile noSystem = new ServingProfile(
                List.of(),
                List.of(new ThroughputProfile(1, Optional.empty(), 1024, 1, OptionalDouble.empty(), Optional.empty())),
                Optional.of(new MemoryUse(OptionalLong.empty(), OptionalLong.empty(), 5)),
                OptionalLong.empty(),
                0);
        assertEquals(Verdict.INCONCLUSIVE, judged(rule, noSystem).verdict());
        assertEquals(
                "one run bounds no throughput; measure several, or for longer",
                judged("throughput >= 1/s", noSystem).reason());
    }

    @Test
    void gatesOfServingStandAmongThoseOfMetricsInTheirOrder() {
        Gates gates = Gates.of("roc_auc >= 0.6").and("p99 <= 6ms", "size <= 1B").and(Gates.of("brier <= 0.25"));
        ModelResult model = gates.judge(result(gates.withoutServing(), PROFILE)).model();
        assertEquals(
                List.of("roc_auc >= 0.6", "p99 <= 6ms", "size <= 1B", "brier <= 0.25"),
                model.gates().stream().map(GateResult::rule).toList());
        assertEquals(Optional.of(Verdict.FAIL), model.verdict());
        assertEquals(Set.of("roc_auc", "brier"), gates.metrics());
    }

    @Test
    void gatesSayWhatIsToBeMeasured() {
        Gates gates = Gates.of(
                "roc_auc >= 0.6",
                "p99 <= 1ms",
                "p99 < 2ms",
                "p50@batch=8,rate=2 <= 1ms",
                "memory < 1B",
                "throughput@batch=8,p99=5ms >= 9/s");
        assertEquals(
                List.of(
                        ServingDemand.of("p99"),
                        ServingDemand.ofLatency("p50", OptionalInt.of(8), OptionalDouble.of(2)),
                        ServingDemand.of("memory"),
                        ServingDemand.ofThroughput(OptionalInt.of(8), Optional.of(Duration.ofMillis(5)))),
                List.copyOf(gates.serving()));
        assertEquals(Set.of(), gates.withoutServing().serving());
        assertEquals("p50@batch=8,rate=2", List.copyOf(gates.serving()).get(1).toString());
    }

    @Test
    void whereNoModelWasMeasuredNothingIsJudged() {
        Gates gates = Gates.of("p99@batch=8 <= 5ms", "memory <= 1GiB");
        String sentence = "A gate limits p99@batch=8, memory, but no model was measured in service. Add --latency and"
                + " --model (in code: Candidate.withServing), or leave the gate out.";
        EvaluationResult unmeasured =
                Evaluator.of(ROWS.set().build()).build().evaluate(TIER, List.of(ROWS.candidate()), Optional.empty());
        assertMisuse(sentence, () -> gates.judge(unmeasured));
        assertEquals(
                "NOT_MEASURED",
                assertThrows(UsageException.class, () -> gates.judge(unmeasured))
                        .code());
        Evaluator judging = Evaluator.of(ROWS.set().build()).judgedBy(gates).build();
        assertMisuse(sentence, () -> judging.evaluate(TIER, List.of(ROWS.candidate()), Optional.empty()));
    }

    @Test
    void amongSeveralModelsThoseNotMeasuredAreInconclusive() {
        ModelEvaluator<double[]> models = models(Gates.of("p99 <= 6ms"));
        EvaluationResult result = models.evaluate(
                TIER,
                List.of(Candidate.<double[]>of(ROWS.candidate()).withServing(PROFILE), Candidate.of(ROWS.baseline())),
                Optional.empty());
        assertEquals(Optional.of(PROFILE), result.model("candidate").serving());
        assertEquals(Optional.of(Verdict.PASS), result.model("candidate").verdict());
        GateResult other = result.model("baseline").gates().get(0);
        assertEquals(Verdict.INCONCLUSIVE, other.verdict());
        assertEquals("the model was not measured in service", other.reason());
    }

    @Test
    void whatWasMeasuredOfTheBaselineStandsBesideIt() {
        ModelEvaluator<double[]> models = models(Gates.of("p99 <= 6ms"));
        ModelResult model = models.full(
                        Candidate.<double[]>of(ROWS.candidate()).withServing(PROFILE),
                        Candidate.<double[]>of(ROWS.baseline()).withServing(PROFILE))
                .model();
        assertEquals(Optional.of(PROFILE), model.baseline().orElseThrow().serving());
    }

    @Test
    void theSelfTestLeavesServingAsItIs() {
        Gates gates = Gates.of("p99 <= 6ms", "roc_auc >= 0.6");
        EvaluationResult unmeasured =
                Evaluator.of(ROWS.set().build()).build().evaluate(TIER, List.of(ROWS.candidate()), Optional.empty());
        List<GateRepeats> tested = gates.selfTest(unmeasured);
        assertEquals(Optional.empty(), tested.get(0).rates());
        assertEquals(
                "the model was not measured in service", tested.get(0).gate().reason());
        List<GateRepeats> counted = gates.selfTest(unmeasured, 3, draw -> unmeasured);
        assertEquals(Optional.empty(), counted.get(0).rates());
        assertEquals(1, counted.get(1).rates().orElseThrow().pass());
    }

    private static GateResult judged(String rule, ServingProfile profile) {
        return Gates.of(rule)
                .judge(result(Gates.of("brier <= 1"), profile))
                .model()
                .gates()
                .get(0);
    }

    private static EvaluationResult result(Gates gates, ServingProfile profile) {
        EvaluationResult result = Evaluator.of(ROWS.set().build())
                .judgedBy(gates)
                .build()
                .evaluate(TIER, List.of(ROWS.candidate()), Optional.empty());
        return result.withModels(List.of(result.model().withServing(profile)));
    }

    private static ModelEvaluator<double[]> models(Gates gates) {
        double[][] rows = new double[400][1];
        return Evaluator.of(ROWS.set().build())
                .judgedBy(gates)
                .features(Features.of(rows))
                .build();
    }

    private static ServingProfile profile(LatencyProfile... latency) {
        return new ServingProfile(
                List.of(latency),
                List.of(
                        new ThroughputProfile(
                                1000, between(900, 1100), 1024, 2, OptionalDouble.empty(), Optional.empty()),
                        new ThroughputProfile(500, between(400, 600), 64, 2, OptionalDouble.empty(), Optional.empty()),
                        new ThroughputProfile(300, between(250, 350), 64, 1, OptionalDouble.of(20), Optional.empty()),
                        new ThroughputProfile(40, between(30, 50), 1, 1, OptionalDouble.of(0.3), Optional.empty())),
                Optional.of(new MemoryUse(OptionalLong.of(1_000_000), OptionalLong.of(10), 5)),
                OptionalLong.of(100),
                40);
    }

    private static LatencyProfile latency(
            int batch, OptionalDouble rate, Optional<Interval> interval, Optional<String> noise) {
        Map<String, LatencyPercentile> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", new LatencyPercentile(1, between(1, 1), OptionalDouble.of(1), 5, List.of(1.0)));
        percentiles.put("p99", new LatencyPercentile(5, interval, OptionalDouble.of(4.4), 368, List.of(5.0)));
        return new LatencyProfile(batch, rate, 900, 50, 1, 2, percentiles, 2, 1, 7, List.of(), noise);
    }

    private static Optional<Interval> between(double lower, double upper) {
        return Optional.of(new Interval(lower, upper, 0.95, "order-statistics"));
    }
}
