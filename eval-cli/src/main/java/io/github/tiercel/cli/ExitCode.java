package io.github.tiercel.cli;

import io.github.tiercel.result.Verdict;
import java.util.Optional;

/**
 * What the command tells the shell. Scripts rely on these numbers; 1 is left to the Java runtime.
 *
 * @since 0.1
 */
public final class ExitCode {

    /** All gates passed, or there is no gate. */
    public static final int PASSED = 0;

    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;

    /** A gate failed. */
    public static final int FAILED = 10;

    /** A gate could not be decided and none failed. */
    public static final int INCONCLUSIVE = 11;

    /** The data are bad or missing. */
    public static final int BAD_DATA = 12;

    /** A model failed: it threw, gave no number, or gave too few or too many. */
    public static final int MODEL_FAILED = 13;

    /** The output cannot be written, or the store cannot be opened. */
    public static final int NO_OUTPUT = 14;

    /** A fault in Tiercel itself. */
    public static final int INTERNAL = 70;

    /** Somebody asked to stop, as with Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(Optional<Verdict> verdict, WhenInconclusive whenInconclusive) {
        if (verdict.isEmpty() || verdict.get() == Verdict.PASS) {
            return PASSED;
        }
        return verdict.get() == Verdict.FAIL ? FAILED : whenInconclusive.exitCode();
    }
}
