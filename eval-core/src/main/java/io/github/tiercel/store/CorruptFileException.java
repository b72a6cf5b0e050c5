package io.github.tiercel.store;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file of the store is not what was once written under its name. What it holds must not be used. */
final class CorruptFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A damaged file may say anything, at any length. */
    private static final int MOST_SHOWN = 1000;

    private final String what;

    CorruptFileException(Path file, String what) {
        super(file + " is damaged: " + what);
        this.what = what;
    }

    CorruptFileException(Path file, String what, Object expected, Object found) {
        this(file, what + " should be " + shown(expected) + " but is " + shown(found));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return EscapedText.of(text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...");
    }

    CorruptFileException(Path file, RuntimeException cause) {
        super(file + " is damaged: its footer cannot be read", cause);
        this.what = "its footer cannot be read";
    }

    /** What is wrong, without the file's path. */
    String what() {
        return what;
    }
}
