package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldoutTextTest {

    private static final HoldoutUse ONCE = new HoldoutUse(1, 1, Map.of("full", new HoldoutUse.TierUse(1, 1)), true);

    @Test
    void theFirstMetricWithAnErrorSpeaksForAll() {
        assertEquals(
                Optional.of("these rows have been used for 37 models; the best of 37 equal models looks better by up"
                        + " to about 0.011 in roc_auc"),
                HoldoutText.of(HandMade.of(HandMade.full()).withHoldout(HandMade.use())));
    }

    @Test
    void withoutAStandardErrorOnlyTheCountIsSaid() {
        assertEquals(
                Optional.of("these rows have been used for 37 models"),
                HoldoutText.of(HandMade.of(HandMade.bare("m")).withHoldout(HandMade.use())));
    }

    @Test
    void aSingleModelIsNoNews() {
        EvaluationResult result = HandMade.of(HandMade.full()).withHoldout(ONCE);
        assertEquals(Optional.empty(), HoldoutText.of(result));
        assertEquals(Optional.empty(), HoldoutText.of(HandMade.of(HandMade.full())));
        assertEquals(ResultTable.render(HandMade.of(HandMade.full())), ResultTable.render(result));
    }

    @Test
    void countsStandByTier() {
        assertEquals("1 model in 1 evaluation (full: 1 in 1)", HoldoutText.counts(ONCE));
        assertEquals(
                "37 models in 1,120 evaluations (fast: 36 in 1,112, full: 5 in 8)", HoldoutText.counts(HandMade.use()));
    }

    @Test
    void thePageHasTheCountsAndTheOptimismOfEachMetric() {
        String page = ResultHtml.render(HandMade.of(HandMade.full()).withHoldout(HandMade.use()));
        assertTrue(page.contains("37 models in 1,120 evaluations"));
        assertTrue(page.contains("optimism of the best, log_loss"));
        String once = ResultHtml.render(HandMade.of(HandMade.full()).withHoldout(ONCE));
        assertTrue(once.contains("1 model in 1 evaluation"));
        assertFalse(once.contains("optimism"));
    }
}
