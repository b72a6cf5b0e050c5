package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightSizingTest {

    private static final String RULE = "roc_auc no-worse-than baseline by 0.002";

    @Test
    void aModelStandsAgainstItsMeasuredBaseline() {
        assertEquals(
                List.of("int8 against fp32: 1.9x faster, 4.0x smaller, -0.00040 roc_auc [-0.00110, +0.00030], not worse"
                        + " by 0.002"),
                sentences(HandMade.of(int8(HandMadeServing.quick(), HandMadeServing.slow(), gate(Verdict.PASS)))));
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, not worse by 0.002",
        "INCONCLUSIVE,perhaps worse by more than 0.002",
        "FAIL,worse by more than 0.002"
    })
    void theGateSaysWhatTheDifferenceMeans(Verdict verdict, String said) {
        String sentence = sentences(HandMade.of(int8(HandMadeServing.quick(), HandMadeServing.slow(), gate(verdict))))
                .get(0);
        assertTrue(sentence.endsWith("+0.00030], " + said.strip()), sentence);
    }

    @Test
    void withoutSuchAGateNothingIsSaidToBeNoWorse() {
        String sentence = sentences(HandMade.of(int8(HandMadeServing.slow(), HandMadeServing.quick())))
                .get(0);
        assertEquals("int8 against fp32: 1.9x slower, 4.0x larger, -0.00040 roc_auc [-0.00110, +0.00030]", sentence);
    }

    @Test
    void severalModelsStandAgainstTheFirstWithoutAMeasuredBaseline() {
        EvaluationResult result = HandMade.of(
                HandMade.bare("unmeasured"),
                HandMade.bare("fp32").withServing(HandMadeServing.slow()),
                HandMade.bare("int8").withServing(HandMadeServing.quick()));
        assertEquals(
                List.of("int8 against fp32: 1.9x faster, 4.0x smaller, 0.5000 roc_auc against 0.5000"),
                sentences(result));
        assertEquals(2, RightSizing.of(result).orElseThrow().table().rows().size());
    }

    @Test
    void oneMeasuredModelIsComparedWithNothing() {
        assertTrue(RightSizing.of(HandMade.of(HandMade.bare("m"))).isEmpty());
        assertTrue(RightSizing.of(HandMade.of(HandMade.bare("m").withServing(HandMadeServing.quick())))
                .isEmpty());
    }

    @Test
    void noNumberIsSaidWhereOneOfBothWasDisturbed() {
        ServingProfile noisy = noisy(HandMadeServing.quick());
        assertSpeed("too noisy to tell how much faster, ", noisy, HandMadeServing.slow());
        assertSpeed("too noisy to tell how much faster, ", HandMadeServing.slow(), noisy);
        assertSpeed("too noisy to tell how much faster, ", noisy, noisy);
        ServingProfile otherCalls =
                with(noisy, HandMadeServing.quick().latency().subList(1, 2));
        assertSpeed("too noisy to tell how much faster, ", otherCalls, HandMadeServing.slow());
    }

    @Test
    void modelsThatWereNotAskedAlikeAreComparedByThroughput() {
        ServingProfile quick = with(HandMadeServing.quick(), List.of());
        ServingProfile slow = HandMadeServing.slow();
        assertSpeed("1.9x faster, ", quick, slow);
        assertSpeed("1.9x slower, ", slow, quick);
        ServingProfile keeping = throughput(quick, quick.throughput().subList(1, 2));
        assertSpeed("4.0x smaller, ", keeping, slow);
        ServingProfile both = throughput(
                quick, List.of(quick.throughput().get(1), quick.throughput().get(0)));
        assertSpeed("1.9x faster, ", both, slow);
        assertSpeed("about as fast, ", with(quick, 651_000, Optional.of(interval(650_000, 652_000))), slow);
        assertSpeed("about as fast, ", with(quick, 1_949_000, Optional.of(interval(660_000, 3_900_000))), slow);
    }

    @Test
    void nothingIsSaidOfSpeedWithoutIntervalsOfTheSame() {
        ServingProfile quick = with(HandMadeServing.quick(), List.of());
        assertSpeed("4.0x smaller, ", with(quick, 1_949_000, Optional.empty()), HandMadeServing.slow());
        ServingProfile neither =
                new ServingProfile(quick.latency(), List.of(), Optional.empty(), OptionalLong.empty(), 0);
        assertSpeed("-0.00040 roc_auc", neither, HandMadeServing.slow());
    }

    @Test
    void latenciesWhoseIntervalsOverlapAreAboutAlike() {
        assertSpeed("about as fast, -0.00040", HandMadeServing.quick(), HandMadeServing.quick());
    }

    private static void assertSpeed(String said, ServingProfile ours, ServingProfile theirs) {
        String sentence = sentence(ours, theirs);
        assertTrue(sentence.startsWith("int8 against fp32: " + said), sentence);
    }

    private static ServingProfile noisy(ServingProfile serving) {
        LatencyProfile first = serving.latency().get(0);
        return with(
                serving,
                List.of(new LatencyProfile(
                        first.batchRows(),
                        first.arrivalsPerSecond(),
                        first.calls(),
                        first.warmUpCalls(),
                        first.runs(),
                        first.seconds(),
                        first.percentiles(),
                        first.meanMillis(),
                        first.minMillis(),
                        first.maxMillis(),
                        first.histogram(),
                        Optional.of("something else was going on"))));
    }

    private static ServingProfile with(ServingProfile serving, double rowsPerSecond, Optional<Interval> interval) {
        ThroughputProfile known = serving.throughput().get(0);
        return throughput(
                serving,
                List.of(new ThroughputProfile(
                        rowsPerSecond,
                        interval,
                        known.batchRows(),
                        known.threads(),
                        known.latencyLimitMillis(),
                        Optional.empty())));
    }

    private static ServingProfile throughput(ServingProfile serving, List<ThroughputProfile> throughput) {
        return new ServingProfile(
                serving.latency(), throughput, serving.memory(), serving.modelBytes(), serving.probeNanos());
    }

    private static Interval interval(double lower, double upper) {
        return new Interval(lower, upper, 0.95, "t-runs");
    }

    private static ServingProfile with(ServingProfile serving, List<LatencyProfile> latency) {
        return new ServingProfile(
                latency, serving.throughput(), serving.memory(), serving.modelBytes(), serving.probeNanos());
    }

    private static String sentence(ServingProfile ours, ServingProfile theirs) {
        return sentences(HandMade.of(int8(ours, theirs))).get(0);
    }

    private static List<String> sentences(EvaluationResult result) {
        return RightSizing.of(result).orElseThrow().sentences();
    }

    private static ModelResult int8(ServingProfile ours, ServingProfile theirs, GateResult... gates) {
        Difference difference =
                HandMadeParts.difference("roc_auc", Direction.HIGHER_IS_BETTER, -0.0004, -0.0011, 0.0003, 0.3);
        ModelResult bare = HandMade.bare("int8");
        return bare.comparedWith(
                        new BaselineResult("fp32", bare.metrics(), Optional.of(theirs)),
                        Map.of("roc_auc", difference),
                        List.of(),
                        List.of())
                .withGates(List.of(gates), List.of())
                .withServing(ours);
    }

    private static GateResult gate(Verdict verdict) {
        return new GateResult(
                RULE, verdict, OptionalDouble.empty(), Optional.empty(), -0.002, 3, OptionalLong.empty(), "so");
    }
}
