package io.github.tiercel.testkit;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateException;
import org.opentest4j.AssertionFailedError;

/**
 * Fails a test by the gates of a result: one assertion for all of them. {@link GateTests} makes one test of each.
 *
 * <pre>{@code
 * @Test
 * void candidateMayGoLive() {
 *   GateAssertions.assertGatesPass(evaluator.full(candidate, baseline));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class GateAssertions {

    private GateAssertions() {}

    /**
     * Fails unless every gate passed; an inconclusive one is no pass.
     *
     * @param result a result that was judged by gates
     * @throws AssertionFailedError if a gate failed or is inconclusive; the message has a line for each with what was
     *     observed, its interval, the limit, and how many rows would decide
     * @throws IllegalStateException if there is no gate
     */
    public static void assertGatesPass(EvaluationResult result) {
        assertThat(result::orThrow);
    }

    /**
     * Fails if a gate failed; inconclusive ones are let through.
     *
     * @param result a result that was judged by gates
     * @throws AssertionFailedError if a gate failed; the message has a line for each that did not pass
     * @throws IllegalStateException if there is no gate
     */
    public static void assertNoGateFails(EvaluationResult result) {
        assertThat(result::orThrowIfFailed);
    }

    private static void assertThat(Runnable judgement) {
        try {
            judgement.run();
        } catch (GateException e) {
            throw new AssertionFailedError(e.getMessage(), e);
        }
    }
}
