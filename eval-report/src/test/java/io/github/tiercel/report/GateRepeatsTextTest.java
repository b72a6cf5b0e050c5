package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.gate.GateRepeats;
import io.github.tiercel.gate.GateRepeats.Rates;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GateRepeatsTextTest {

    private static final GateRepeats LIMIT =
            new GateRepeats("gbm", gate("roc_auc >= 0.7", Verdict.PASS), false, rates(0.912, 0.0877, 0.0003));
    private static final GateRepeats COMPARISON = new GateRepeats(
            "gbm", gate("f1 no-worse-than baseline by 0.01", Verdict.FAIL), true, rates(0.99996, 0.00003, 0.00001));
    private static final GateRepeats UNKNOWN =
            new GateRepeats("gbm", gate("best_f1\n >= 0.5", Verdict.INCONCLUSIVE), false, Optional.empty());

    private static Optional<Rates> rates(double pass, double inconclusive, double fail) {
        return Optional.of(new Rates(pass, inconclusive, fail));
    }

    private static GateResult gate(String rule, Verdict verdict) {
        return new GateResult(
                rule, verdict, OptionalDouble.of(0.7), Optional.empty(), 0.7, 900, OptionalLong.empty(), "because");
    }

    private static String render(GateRepeats... tested) {
        return GateRepeatsText.render(List.of(tested), 100, Style.PLAIN);
    }

    @Test
    void aLineSaysWhatAGateSaysAndWouldSay() {
        assertEquals(
                """
                gate                               says              PASS  INCONCLUSIVE     FAIL  flips
                roc_auc >= 0.7                     PASS            91.2 %         8.8 %  < 0.1 %  8.8 %
                f1 no-worse-than baseline by 0.01  FAIL          > 99.9 %       < 0.1 %  < 0.1 %
                best_f1\\n >= 0.5                   INCONCLUSIVE  no standard error to go by
                """,
                render(LIMIT, COMPARISON, UNKNOWN)
                        .lines()
                        .limit(4)
                        .map(line -> line.stripTrailing() + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void whatIsEquallyGoodIsSaidOfTheGatesThatAreThere() {
        assertTrue(render(LIMIT).contains("of one as good as observed. From"), render(LIMIT));
        assertTrue(!render(LIMIT).contains("baseline"), render(LIMIT));
        assertTrue(render(COMPARISON).contains("exactly as good as it"), render(COMPARISON));
        assertTrue(!render(COMPARISON).contains("as observed"), render(COMPARISON));
    }

    @Test
    void ofSeveralModelsEachIsNamed() {
        GateRepeats other = new GateRepeats("nb", LIMIT.gate(), false, LIMIT.rates());
        assertTrue(render(LIMIT, other).contains("nb: roc_auc >= 0.7"), render(LIMIT, other));
        assertTrue(!render(LIMIT).contains("gbm"), render(LIMIT));
    }

    @Test
    void narrowTablesKeepTheirRates() {
        String text = GateRepeatsText.render(List.of(LIMIT, COMPARISON), 70, Style.PLAIN);
        assertTrue(text.lines().allMatch(line -> line.length() <= 70), text);
        assertTrue(text.contains("> 99.9 %") && text.contains("\u2026"), text);
    }
}
