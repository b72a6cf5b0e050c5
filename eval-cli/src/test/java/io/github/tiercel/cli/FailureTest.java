package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static String reported(Throwable failure) {
        StringWriter err = new StringWriter();
        int code = Failure.report(failure, new PrintWriter(err, true));
        return code + " " + err.toString().strip();
    }
}
