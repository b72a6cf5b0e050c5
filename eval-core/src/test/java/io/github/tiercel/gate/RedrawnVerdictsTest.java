package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedrawnVerdictsTest {

    private static final int ROWS = 3_000;
    private static final int DRAWS = 400;
    private static final Simulated WORLD = Simulated.rows(ROWS, 0.3, 11);
    private static final Scores CANDIDATE = WORLD.candidate();
    private static final Scores BASELINE = WORLD.baseline();

    /** The limit lies where the gate is open for most draws, so that all three verdicts come. */
    private static final Gates GATES =
            Gates.of("roc_auc >= 0.76", "log_loss no-worse-than baseline by 0.01", "log_loss >= 9");

    private static EvaluationResult evaluated(EvaluationSet set, Scores candidate, Scores baseline) {
        return Evaluator.of(set)
                .metrics("roc_auc", "log_loss")
                .build()
                .evaluate(Tier.full().withReplicates(0), List.of(candidate), Optional.of(baseline));
    }

    private static EvaluationResult observed() {
        return evaluated(WORLD.set().build(), WORLD.candidate(), WORLD.baseline());
    }

    private static EvaluationResult draw(int number) {
        return redrawn(WORLD.set().build(), number);
    }

    /** Counted and computed rates differ by the error of counting, and a little since both are approximations. */
    @Test
    void countedRatesAreCloseToThoseFromStandardErrors() {
        List<GateRepeats> computed = GATES.selfTest(observed());
        List<GateRepeats> counted = GATES.selfTest(observed(), DRAWS, RedrawnVerdictsTest::draw);
        for (int gate = 0; gate < computed.size(); gate++) {
            assertEquals(computed.get(gate).gate(), counted.get(gate).gate());
            GateRepeats.Rates expected = computed.get(gate).rates().orElseThrow();
            GateRepeats.Rates found = counted.get(gate).rates().orElseThrow();
            String rule = computed.get(gate).gate().rule();
            assertEquals(1, found.pass() + found.inconclusive() + found.fail(), 1e-12, rule);
            assertEquals(expected.pass(), found.pass(), 0.1, () -> rule + found);
            assertEquals(expected.fail(), found.fail(), 0.1, () -> rule + found);
        }
        assertTrue(counted.get(0).rates().orElseThrow().inconclusive() > 0.2, () -> counted.get(0)
                .toString());
        assertEquals(1, counted.get(2).rates().orElseThrow().fail());
    }

    /** A model that is better by far passes a gate against itself as often as one that is no better. */
    @Test
    void againstTheBaselineOnlyTheSpreadOfTheDifferenceCounts() {
        List<GateRepeats> counted =
                Gates.of("log_loss no-worse-than baseline by 0").selfTest(observed(), DRAWS, RedrawnVerdictsTest::draw);
        GateRepeats.Rates rates = counted.get(0).rates().orElseThrow();
        // Each side of the interval is wrong in 2.5 % of draws: 10 of 400, and at most 24 by chance in 1 of 10,000.
        assertTrue(rates.pass() <= 0.06 && rates.fail() <= 0.06, rates::toString);
    }

    @Test
    void twoRulesOfTheSameWordsAreCountedOnce() {
        Gates twice = Gates.of("log_loss <= 9", "log_loss <= 9");
        for (GateRepeats repeats : twice.selfTest(observed(), 3, RedrawnVerdictsTest::draw)) {
            assertEquals(1, repeats.rates().orElseThrow().pass());
        }
    }

    /** Three rows are missed by one draw in twenty. */
    @Test
    void aDrawThatMissesASliceDoesNotDecideItsGate() {
        List<String> places = IntStream.range(0, ROWS)
                .mapToObj(row -> row < 3 ? "few" : "many")
                .toList();
        EvaluationSet set = WORLD.set().slice("place", places).build();
        Gates gates = Gates.of("roc_auc@place=few >= 0.1", "roc_auc@place=many >= 0.1");
        List<GateRepeats> counted =
                gates.selfTest(evaluated(set, CANDIDATE, BASELINE), 60, number -> redrawn(set, number));
        assertEquals(Optional.empty(), counted.get(0).rates());
        assertEquals(1, counted.get(1).rates().orElseThrow().pass());
    }

    private static EvaluationResult redrawn(EvaluationSet set, int number) {
        int[] rows = new SplittableRandom(number).ints(ROWS, 0, ROWS).toArray();
        return evaluated(
                set.redrawn(rows),
                Scores.of(
                        "candidate",
                        IntStream.of(rows).mapToDouble(CANDIDATE::score).toArray()),
                Scores.of(
                        "baseline",
                        IntStream.of(rows).mapToDouble(BASELINE::score).toArray()));
    }

    @Test
    void whatHasNoIntervalInAnyDrawGoesByItsStandardError() {
        Gates best = Gates.of("best_f1 <= 0.95");
        EvaluationResult observed = Evaluator.of(WORLD.set().build())
                .metrics("best_f1")
                .judgedBy(best)
                .replicates(200)
                .build()
                .evaluate(Tier.full(), List.of(CANDIDATE), Optional.empty());
        List<GateRepeats> counted =
                best.selfTest(observed, 3, number -> Evaluator.of(WORLD.set().build())
                        .metrics("best_f1")
                        .build()
                        .evaluate(Tier.full().withReplicates(0), List.of(CANDIDATE), Optional.empty()));
        assertEquals(best.selfTest(observed), counted);
        assertTrue(counted.get(0).rates().isPresent(), counted::toString);
    }

    @Test
    void withoutADrawNothingIsCounted() {
        assertMisuse("draws must be at least 1, got 0", () -> GATES.selfTest(observed(), 0, RedrawnVerdictsTest::draw));
    }
}
