package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
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
    void noisyLatencyYieldsToThroughput() {
        ServingProfile quick = HandMadeServing.quick();
        ServingProfile noisy = with(quick, quick.latency().subList(1, 2));
        assertTrue(sentence(noisy, HandMadeServing.slow()).contains(": 1.9x faster, "));
        ServingProfile neither =
                new ServingProfile(noisy.latency(), Optional.empty(), Optional.empty(), OptionalLong.empty(), 0);
        assertEquals(
                "int8 against fp32: -0.00040 roc_auc [-0.00110, +0.00030]", sentence(neither, HandMadeServing.slow()));
    }

    @Test
    void latenciesWhoseIntervalsOverlapAreAboutAlike() {
        assertTrue(sentence(HandMadeServing.quick(), HandMadeServing.quick())
                .startsWith("int8 against fp32: about as fast, -0.00040"));
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
