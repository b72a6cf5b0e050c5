package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Half of 400 rows are positive, and 300 are predicted right: an accuracy of 0.75 with a Clopper-Pearson interval. */
class GateTestsTest {

    private static final String OPEN = "INCONCLUSIVE accuracy >= 0.74: 0.75 in [0.7046, 0.7917] at 0.95, limit 0.74,"
            + " 400 rows; the interval spans the limit, so these rows cannot decide; about 17,000 rows instead of 400"
            + " would decide";
    private static final String FAILED = "FAIL accuracy >= 0.9: 0.75 in [0.7046, 0.7917] at 0.95, limit 0.9,"
            + " 400 rows; no value in the interval satisfies the rule";

    @TestFactory
    Stream<DynamicTest> gates() {
        return GateTests.of(judged("accuracy >= 0.7", "accuracy < 0.8"));
    }

    @Test
    void everyGateIsATestOfItsName() {
        List<DynamicTest> tests =
                GateTests.of(judged("accuracy >= 0.7", "accuracy >= 0.9")).toList();
        assertEquals(
                List.of("accuracy >= 0.7", "accuracy >= 0.9"),
                tests.stream().map(DynamicTest::getDisplayName).toList());
        assertDoesNotThrow(tests.get(0).getExecutable());
        assertEquals(
                FAILED,
                assertThrows(AssertionFailedError.class, executable(tests.get(1)))
                        .getMessage());
    }

    @Test
    void inconclusiveGateFailsUnlessAllowed() {
        EvaluationResult open = judged("accuracy >= 0.74");
        Executable failing = executable(GateTests.of(open).findFirst().orElseThrow());
        assertEquals(OPEN, assertThrows(AssertionFailedError.class, failing).getMessage());
        Executable allowed =
                executable(GateTests.allowingInconclusive(open).findFirst().orElseThrow());
        TestAbortedException aborted = assertThrows(TestAbortedException.class, allowed);
        assertTrue(String.valueOf(aborted.getMessage()).endsWith(OPEN), aborted.getMessage());
        Executable failed = executable(GateTests.allowingInconclusive(judged("accuracy >= 0.9"))
                .findFirst()
                .orElseThrow());
        assertThrows(AssertionFailedError.class, failed);
    }

    @Test
    void oneAssertionListsAllGatesThatDidNotPass() {
        EvaluationResult result = judged("accuracy >= 0.7", "accuracy >= 0.74", "accuracy >= 0.9");
        String message = "2 of 3 gates did not pass:\n" + OPEN + "\n" + FAILED;
        assertEquals(
                message,
                assertThrows(AssertionFailedError.class, () -> GateAssertions.assertGatesPass(result))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(AssertionFailedError.class, () -> GateAssertions.assertNoGateFails(result))
                        .getMessage());
    }

    @Test
    void inconclusiveGateIsNoFailureWhereOnlyFailuresCount() {
        EvaluationResult open = judged("accuracy >= 0.74");
        assertDoesNotThrow(() -> GateAssertions.assertNoGateFails(open));
        assertThrows(AssertionFailedError.class, () -> GateAssertions.assertGatesPass(open));
        assertDoesNotThrow(() -> GateAssertions.assertGatesPass(judged("accuracy >= 0.7")));
    }

    @Test
    void resultWithoutGatesProvesNothing() {
        EvaluationResult unjudged = evaluator().build().full(scores());
        assertEquals(
                "this result was judged by no gates, so there is nothing to test",
                assertThrows(IllegalStateException.class, () -> GateTests.of(unjudged))
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> GateAssertions.assertGatesPass(unjudged));
    }

    private static Executable executable(DynamicTest test) {
        return test.getExecutable();
    }

    private static EvaluationResult judged(String... rules) {
        return evaluator().judgedBy(Gates.of(rules)).build().full(scores());
    }

    private static Evaluator.Builder evaluator() {
        boolean[] labels = new boolean[400];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % 2 == 0;
        }
        return Evaluator.of(EvaluationSet.binary(labels).build()).metrics("accuracy");
    }

    /** Every fourth pair of rows is predicted the wrong way round. */
    private static Scores scores() {
        double[] scores = new double[400];
        for (int row = 0; row < scores.length; row++) {
            boolean positive = row % 2 == 0;
            boolean right = row % 8 < 6;
            scores[row] = positive == right ? 0.9 : 0.2;
        }
        return Scores.of("candidate", scores);
    }
}
