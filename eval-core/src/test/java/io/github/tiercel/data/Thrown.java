package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Checks that a call is refused with exactly this sentence. */
public final class Thrown {

    private Thrown() {}

    /** The data is at fault. */
    public static void assertBadData(String message, Executable call) {
        assertEquals(message, assertThrows(DataException.class, call).getMessage());
    }

    /** The data is at fault, in a way that the manual explains under a code. */
    public static void assertBadData(String code, String message, Executable call) {
        DataException thrown = assertThrows(DataException.class, call);
        assertEquals(message, thrown.getMessage());
        assertEquals(code, thrown.code());
    }

    /** The caller is at fault. */
    public static void assertMisuse(String message, Executable call) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, call);
        assertFalse(thrown instanceof DataException, thrown::toString);
        assertEquals(message, thrown.getMessage());
    }
}
