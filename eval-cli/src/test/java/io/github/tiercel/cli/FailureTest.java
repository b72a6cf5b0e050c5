package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Failures that no command line brings about for sure. */
class FailureTest {

    @Test
    void failedModelIs13() {
        assertEquals(
                "13 tiercel: MODEL_FAILED: The model gave NaN for 2 of 100 rows (rows 3, 17).",
                reported(new ModelException("The model gave NaN for 2 of 100 rows (rows 3, 17).")));
    }

    @Test
    void storeThatCannotBeOpenedIs14() {
        assertEquals(
                "14 tiercel: NO_STORE: The prediction store x is a file: name a folder.",
                reported(new StoreException("The prediction store x is a file: name a folder.")));
    }

    @Test
    void aMistakeOfTheCommandLineIs2() {
        assertEquals(
                "2 tiercel: USAGE: level must be in (0, 1), got 95.0.",
                reported(assertThrows(
                        UsageException.class,
                        () -> Usage.of(() -> refused("level must be in (0, 1), got" + " 95.0")))));
    }

    @Test
    void aRefusalThatNobodyAskedForIsAFaultOfTiercel() {
        assertEquals(
                "70 tiercel: INTERNAL_ERROR: Internal error: java.lang.IllegalArgumentException: to must be at most 5, got"
                        + " 6. This is a fault in Tiercel: please report it with the command line, and with what"
                        + " TIERCEL_DEBUG=1 prints.",
                reported(new IllegalArgumentException("to must be at most 5, got 6")));
    }

    /** Mathematics and formats refuse arguments in words of their own, which say nothing of a command line. */
    @Test
    void aRefusalFromFurtherBelowIsNoMistakeOfTheCommandLine() {
        NumberFormatException below = new NumberFormatException("For input string: \"x\"");
        assertSame(
                below,
                assertThrows(
                        NumberFormatException.class,
                        () -> Usage.of(() -> {
                            throw below;
                        })));
        assertTrue(reported(below).startsWith("70 tiercel: INTERNAL_ERROR: "));
    }

    private static Object refused(String message) {
        throw new IllegalArgumentException(message);
    }

    private static String reported(Throwable failure) {
        StringWriter err = new StringWriter();
        int code = Failure.report(failure, new PrintWriter(err, true));
        return code + " " + err.toString().strip();
    }
}
