package io.github.tiercel.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GateExceptionTest {

    private static final Simulated ROWS = Simulated.rows(100, 0.4, 1);

    private static final GateResult PASSED =
            gate("roc_auc >= 0.6", Verdict.PASS, 0.75, OptionalLong.empty(), "the whole interval satisfies the rule");
    private static final GateResult FAILED = gate(
            "roc_auc >= 0.9", Verdict.FAIL, 0.9, OptionalLong.empty(), "no value in the interval satisfies the rule");
    private static final GateResult OPEN = gate(
            "roc_auc >= 0.75",
            Verdict.INCONCLUSIVE,
            0.75,
            OptionalLong.of(123_456),
            "the interval spans the limit, so these rows cannot decide");
    private static final GateResult UNDEFINED = new GateResult(
            "recall >= 0.5",
            Verdict.INCONCLUSIVE,
            OptionalDouble.empty(),
            Optional.empty(),
            0.5,
            20,
            OptionalLong.empty(),
            "undefined: no label is positive");

    @Test
    void everyGateThatDidNotPassHasALine() {
        assertEquals("""
                3 of 4 gates did not pass:
                FAIL roc_auc >= 0.9: 0.7123 in [0.6901, 0.75] at 0.95, limit 0.9, 4,000 rows; \
                no value in the interval satisfies the rule
                INCONCLUSIVE roc_auc >= 0.75: 0.7123 in [0.6901, 0.75004] at 0.95, limit 0.75, 4,000 rows; \
                the interval spans the limit, so these rows cannot decide; \
                about 130,000 rows instead of 4,000 would decide
                INCONCLUSIVE recall >= 0.5: undefined: no label is positive""", message(result(PASSED, FAILED, OPEN, UNDEFINED)));
    }

    @Test
    void modelsAreNamedWhereThereAreSeveral() {
        EvaluationResult two = Evaluator.of(ROWS.set().build())
                .build()
                .evaluate(Tier.full().withReplicates(0), List.of(ROWS.candidate(), ROWS.baseline()), Optional.empty());
        EvaluationResult judged = two.withModels(List.of(
                two.model("candidate").withGates(List.of(PASSED), List.of()),
                two.model("baseline").withGates(List.of(UNDEFINED), List.of())));
        assertEquals(
                "1 of 2 gates did not pass:\nbaseline: INCONCLUSIVE recall >= 0.5: undefined: no label is positive",
                message(judged));
    }

    @Test
    void resultThatPassedIsReturned() {
        EvaluationResult passed = result(PASSED);
        assertSame(passed, passed.orThrow());
        assertSame(passed, passed.orThrowIfFailed());
    }

    @Test
    void inconclusiveIsLetThroughWhereOnlyFailuresCount() {
        EvaluationResult open = result(PASSED, OPEN);
        assertSame(open, open.orThrowIfFailed());
        assertThrows(GateException.class, () -> result(FAILED, OPEN).orThrowIfFailed());
    }

    @Test
    void valueThatIsNoNumberHasALineToo() {
        GateResult odd = new GateResult(
                "own >= 0.5",
                Verdict.INCONCLUSIVE,
                OptionalDouble.of(Double.NaN),
                Optional.empty(),
                0.5,
                20,
                OptionalLong.empty(),
                "nobody knows");
        assertEquals("INCONCLUSIVE own >= 0.5: NaN, limit 0.5, 20 rows; nobody knows", odd.line());
    }

    @Test
    void numbersOfServingHaveUnits() {
        Interval interval = new Interval(4.91234, 5.00004, 0.95, "order-statistics");
        GateResult latency = serving("p99 <= 5ms", 4.98765, Optional.of(interval), 5, 61_240, GateUnit.MILLISECONDS);
        assertEquals(
                "INCONCLUSIVE p99 <= 5ms: 4.988 ms in [4.912 ms, 5.00004 ms] at 0.95, limit 5 ms, 61,240 calls; so",
                latency.line());
        GateResult many = serving("p99 <= 5ms", 4, Optional.empty(), 5, 3_000_000_000L, GateUnit.MILLISECONDS);
        assertEquals("INCONCLUSIVE p99 <= 5ms: 4 ms, limit 5 ms, 3,000,000,000 calls; so", many.line());
        GateResult throughput =
                serving("throughput >= 1500/s", 1234.56, Optional.empty(), 1500, 0, GateUnit.ROWS_PER_SECOND);
        assertEquals("INCONCLUSIVE throughput >= 1500/s: 1235 rows/s, limit 1500 rows/s; so", throughput.line());
        GateResult memory = serving("memory <= 1GiB", 0x1p30 + 1, Optional.empty(), 0x1p30, 0, GateUnit.BYTES);
        assertEquals("INCONCLUSIVE memory <= 1GiB: 1073741825 bytes, limit 1,024.0 MiB; so", memory.line());
        GateResult odd = serving("p99 <= 5ms", Double.NaN, Optional.empty(), 5, 1, GateUnit.MILLISECONDS);
        assertEquals("INCONCLUSIVE p99 <= 5ms: NaN, limit 5 ms, 1 calls; so", odd.line());
    }

    private static GateResult serving(
            String rule, double value, Optional<Interval> interval, double limit, long calls, GateUnit unit) {
        return new GateResult(
                rule,
                Verdict.INCONCLUSIVE,
                OptionalDouble.of(value),
                interval,
                limit,
                0,
                OptionalLong.empty(),
                "so",
                Optional.of(unit),
                calls == 0 ? OptionalLong.empty() : OptionalLong.of(calls));
    }

    @Test
    void withoutGatesNothingPassed() {
        EvaluationResult unjudged = result();
        assertEquals(
                "this result was judged by no gates, so none passed; name some with judgedBy",
                assertThrows(IllegalStateException.class, unjudged::orThrow).getMessage());
    }

    private static String message(EvaluationResult result) {
        return String.valueOf(assertThrows(GateException.class, result::orThrow).getMessage());
    }

    private static EvaluationResult result(GateResult... gates) {
        EvaluationResult one = Evaluator.of(ROWS.set().build())
                .build()
                .evaluate(Tier.full().withReplicates(0), List.of(ROWS.candidate()), Optional.empty());
        return one.withModels(List.of(one.model().withGates(Arrays.asList(gates), List.of())));
    }

    private static GateResult gate(String rule, Verdict verdict, double limit, OptionalLong needed, String reason) {
        Interval interval = new Interval(0.69012, 0.75004, 0.95, "delong-logit-t");
        return new GateResult(
                rule, verdict, OptionalDouble.of(0.71234), Optional.of(interval), limit, 4000, needed, reason);
    }
}
