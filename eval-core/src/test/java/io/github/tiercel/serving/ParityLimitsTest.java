package io.github.tiercel.serving;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.result.GateException;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParityLimitsTest {

    /** Of 10,000 rows, some differ by 0.25 and are decided otherwise. */
    private static ParityCheck flipping(int flips) {
        double[] reference = IntStream.range(0, 10_000)
                .mapToDouble(row -> row % 500 / 1024.0)
                .toArray();
        double[] served = reference.clone();
        IntStream.range(0, flips).forEach(row -> served[row + 400] += 0.25);
        return ParityCheck.of(Scores.of("train", reference), Scores.of("serve", served));
    }

    private static GateResult only(ParityCheck check, String rule) {
        ParityResult result = check.limits(ParityLimits.of(rule)).result();
        assertEquals(1, result.gates().size());
        assertEquals(result.verdict(), Optional.of(result.gates().get(0).verdict()));
        return result.gates().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "max_difference <= 0.25, PASS",
        "max_difference < 0.25, FAIL",
        "mean_difference <= 0.00025, PASS",
        "mean_difference <= 0.0001, FAIL",
        "beyond_tolerance <= 0.01, PASS",
        "beyond_tolerance <= 0.0001, FAIL",
        "beyond_tolerance <= 0.001, INCONCLUSIVE",
        "label_flips <= 0.01, PASS",
        "label_flips <= 0.0001, FAIL",
        "label_flips <= 0.001, INCONCLUSIVE",
        "rank_correlation >= 0.9, PASS",
        "rank_correlation >= 0.99999, FAIL"
    })
    void everyFigureCanBeLimited(String rule, Verdict verdict) {
        assertEquals(verdict, only(flipping(10), rule).verdict(), rule);
    }

    @Test
    void whatIsKnownOfTheseRowsHasNoInterval() {
        GateResult gate = only(flipping(10), "max_difference <= 0.1");
        assertEquals(
                new GateResult(
                        "max_difference <= 0.1",
                        Verdict.FAIL,
                        OptionalDouble.of(0.25),
                        Optional.empty(),
                        0.1,
                        10_000,
                        OptionalLong.empty(),
                        "the value on these rows breaks the rule"),
                gate);
        assertEquals(
                "the value on these rows satisfies the rule",
                only(flipping(10), "max_difference <= 0.3").reason());
    }

    @Test
    void anOpenShareSaysHowManyRowsWouldDecide() {
        GateResult gate = only(flipping(10), "label_flips <= 0.0012");
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals("clopper-pearson", gate.interval().orElseThrow().method());
        assertTrue(gate.rowsNeeded().orElseThrow() > 10_000, gate::toString);
    }

    @Test
    void noFlipProvesOnlyWhatTheRowsCan() {
        double[] scores = new double[7_375];
        ParityCheck few = ParityCheck.of(Scores.of("a", scores), Scores.of("b", scores));
        assertEquals(Verdict.INCONCLUSIVE, only(few, "label_flips <= 0.0005").verdict());
        double[] more = new double[7_376];
        ParityCheck enough = ParityCheck.of(Scores.of("a", more), Scores.of("b", more));
        assertEquals(Verdict.PASS, only(enough, "label_flips <= 0.0005").verdict());
    }

    @Test
    void aPerfectOrderNeedsNoInterval() {
        GateResult gate = only(flipping(0), "rank_correlation >= 0.999");
        assertEquals(Verdict.PASS, gate.verdict());
        assertEquals("the value on these rows satisfies the rule", gate.reason());
        double[] equal = new double[100];
        GateResult undefined =
                only(ParityCheck.of(Scores.of("a", equal), Scores.of("b", equal)), "rank_correlation >= 0.9");
        assertEquals(Verdict.INCONCLUSIVE, undefined.verdict());
        assertTrue(undefined.reason().startsWith("undefined: "), undefined.reason());
    }

    @Test
    void flipsOfScoresThatDecideNothingAreUndecided() {
        ParityCheck check = ParityCheck.of(Scores.of("a", new double[] {2}), Scores.of("b", new double[] {2}));
        GateResult gate = only(check, "label_flips <= 0.5");
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals(OptionalDouble.empty(), gate.value());
        assertEquals(
                "undefined: the scores are no probabilities and no threshold is named, so they decide nothing",
                gate.reason());
    }

    @Test
    void metricsAreHeldAgainstTheReference() {
        boolean[] labels = new boolean[10_000];
        IntStream.range(0, labels.length).forEach(row -> labels[row] = row % 500 + row % 7 * 60 > 400);
        ParityResult result = flipping(10)
                .labelled(EvaluationSet.binary(labels).build())
                .limits(ParityLimits.of(
                        "roc_auc no-worse-than baseline by 0.01", "max_difference <= 0.25", "roc_auc >= 0.99"))
                .result();
        assertEquals(
                List.of("max_difference <= 0.25", "roc_auc no-worse-than baseline by 0.01", "roc_auc >= 0.99"),
                result.gates().stream().map(GateResult::rule).toList());
        assertEquals(
                List.of(Verdict.PASS, Verdict.PASS, Verdict.FAIL),
                result.gates().stream().map(GateResult::verdict).toList());
        assertEquals(Optional.of(Verdict.FAIL), result.verdict());
        GateException thrown = assertThrows(GateException.class, result::orThrow);
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("1 of 3 gates did not pass:\nFAIL roc_auc >= 0.99"));
    }

    @Test
    void limitsThatCannotBeJudgedAreRefused() {
        assertMisuse("rules must hold at least one limit, got none", () -> ParityLimits.of(new String[0]));
        assertMisuse(
                "Gate \"max_diference <= 1\" names an unknown metric. Did you mean \"max_difference\"? No gate was judged.",
                () -> ParityLimits.of("max_diference <= 1"));
        assertMisuse(
                "Gate \"label_flips@month <= 0.1\" cannot be judged: label_flips is itself a comparison, of all rows. Write"
                        + " label_flips <= NUMBER.",
                () -> ParityLimits.of("label_flips@month <= 0.1"));
        assertMisuse(
                "Gate \"rank_correlation no-worse-than baseline by 0.1\" cannot be judged: rank_correlation is itself a"
                        + " comparison, of all rows. Write rank_correlation >= NUMBER.",
                () -> ParityLimits.of("rank_correlation no-worse-than baseline by 0.1"));
        assertMisuse(
                "Gate \"roc_auc >= 0.7\" is about a metric, which takes labels. Name their column, or write a rule about"
                        + " max_difference, mean_difference, beyond_tolerance, label_flips, rank_correlation.",
                () -> flipping(0).limits(ParityLimits.of("roc_auc >= 0.7")).result());
    }

    @Test
    void withoutLimitsNothingIsProved() {
        ParityResult result = flipping(0).result();
        assertEquals(Optional.empty(), result.verdict());
        assertThrows(IllegalStateException.class, result::orThrow);
        ParityResult judged =
                flipping(0).limits(ParityLimits.of("max_difference <= 0")).result();
        assertEquals(judged, judged.orThrow());
    }
}
