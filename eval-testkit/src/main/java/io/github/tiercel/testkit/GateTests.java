package io.github.tiercel.testkit;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * One JUnit test for each gate of a result, so that a report names the rules that did not pass.
 *
 * <p>A test carries the rule as its name, after the model's where there are several. It passes if the gate did and
 * fails if the gate failed, with what was observed, the interval, the limit, and how many rows would decide.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> gates() {
 *   return GateTests.of(evaluator.full(candidate, baseline));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class GateTests {

    private GateTests() {}

    /**
     * {@return the tests, of which an inconclusive one fails}
     *
     * @param result a result that was judged by gates
     * @throws IllegalStateException if there is no gate, for then nothing would be tested
     */
    public static Stream<DynamicTest> of(EvaluationResult result) {
        return tests(result, Assertions::fail);
    }

    /**
     * {@return the tests, of which an inconclusive one is aborted, which JUnit reports as skipped with the reason}
     *
     * @param result a result that was judged by gates
     * @throws IllegalStateException if there is no gate, for then nothing would be tested
     */
    public static Stream<DynamicTest> allowingInconclusive(EvaluationResult result) {
        return tests(result, Assumptions::abort);
    }

    private static Stream<DynamicTest> tests(EvaluationResult result, Consumer<String> whereInconclusive) {
        if (result.verdict().isEmpty()) {
            throw new IllegalStateException("this result was judged by no gates, so there is nothing to test");
        }
        return result.models().stream().flatMap(model -> model.gates().stream()
                .map(gate -> DynamicTest.dynamicTest(name(result, model, gate), () -> check(gate, whereInconclusive))));
    }

    private static String name(EvaluationResult result, ModelResult model, GateResult gate) {
        return result.models().size() > 1 ? model.model() + ": " + gate.rule() : gate.rule();
    }

    private static void check(GateResult gate, Consumer<String> whereInconclusive) {
        if (gate.verdict() == Verdict.FAIL) {
            Assertions.fail(gate.line());
        }
        if (gate.verdict() == Verdict.INCONCLUSIVE) {
            whereInconclusive.accept(gate.line());
        }
    }
}
