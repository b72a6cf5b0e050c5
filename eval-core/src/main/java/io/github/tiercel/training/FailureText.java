package io.github.tiercel.training;

import io.github.tiercel.data.Coded;
import org.jspecify.annotations.Nullable;

/** What a failure says to people: its sentence if it was made for them, else that and of what type it is. */
final class FailureText {

    private FailureText() {}

    static String of(Throwable failure) {
        @Nullable String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return type(failure) + ".";
        }
        boolean speaks = failure instanceof Coded || failure instanceof IllegalArgumentException;
        return ended(speaks ? message : type(failure) + ": " + message);
    }

    private static String type(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        return type.isEmpty() ? failure.getClass().getName() : type;
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
