package io.github.tiercel.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationResultTest {

    private static final Simulated ROWS = Simulated.rows(100, 0.4, 1);

    @Test
    void modelsAreFoundByName() {
        EvaluationResult two = Evaluator.of(ROWS.set().build())
                .build()
                .evaluate(Tier.full().withReplicates(0), List.of(ROWS.candidate(), ROWS.baseline()), Optional.empty());
        assertEquals("baseline", two.model("baseline").model());
        assertEquals(
                "there is no model \"other\" in this result; it holds [candidate, baseline]",
                assertThrows(IllegalArgumentException.class, () -> two.model("other"))
                        .getMessage());
        assertEquals(
                "this result holds 2 models; name one of [candidate, baseline]",
                assertThrows(IllegalStateException.class, two::model).getMessage());
        assertEquals(
                "models must hold at least one model, got none",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new EvaluationResult(
                                        Optional.empty(), List.of(), two.time(), two.provenance(), two.history()))
                        .getMessage());
    }

    @Test
    void theWorstVerdictIsFound() {
        assertEquals(Optional.empty(), Verdict.worst(List.of()));
        assertEquals(Optional.of(Verdict.PASS), Verdict.worst(List.of(Verdict.PASS, Verdict.PASS)));
        assertEquals(
                Optional.of(Verdict.FAIL), Verdict.worst(List.of(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE)));
        assertEquals(Optional.of(Verdict.INCONCLUSIVE), Verdict.worst(List.of(Verdict.INCONCLUSIVE, Verdict.PASS)));
    }

    @Test
    void whatIsKnownOnlyOutsideIsAddedLater() {
        Provenance provenance = new Provenance(Map.of(), Map.of("rows", "1f"), 42, Map.of(), Optional.empty())
                .withFingerprint("data", "2e")
                .withCommand("tiercel evaluate");
        assertEquals(Map.of("rows", "1f", "data", "2e"), provenance.fingerprints());
        assertEquals(Optional.of("tiercel evaluate"), provenance.command());
        assertEquals(
                new TimeBreakdown(5, InferenceCost.NONE, 1, 2, 8),
                new TimeBreakdown(0, InferenceCost.NONE, 1, 2, 3).withRead(5));
    }
}
