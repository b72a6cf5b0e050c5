package io.github.tiercel.training;

import io.github.tiercel.data.Coded;
import org.jspecify.annotations.Nullable;

/** What a failure says to people: its sentence if it was made for them, else that and of what type it is. */
final class FailureText {

    private FailureText() {}

    static String of(Throwable failure) {
        @Nullable String message = failure.getMessage();
        boolean isSilent = message == null || message.isBlank();
        boolean speaks = failure instanceof Coded || failure instanceof IllegalArgumentException;
        if (speaks && !isSilent) {
            return ended(message);
        }
        String type = failure.getClass().getSimpleName();
        return ended((type.isEmpty() ? failure.getClass().getName() : type) + (isSilent ? "" : ": " + message));
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
