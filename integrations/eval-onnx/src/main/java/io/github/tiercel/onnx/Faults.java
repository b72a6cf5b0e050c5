package io.github.tiercel.onnx;

import ai.onnxruntime.OrtException;
import io.github.tiercel.inference.ModelException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a model or its rows, in sentences. */
final class Faults {

    private static final Pattern PREFIX = Pattern.compile("^Error code - \\w+ - message: ");
    private static final String STATUS = "Status Message: ";
    /** Where in ONNX Runtime's sources, with the signature of a function, which helps nobody who has none. */
    private static final Pattern SOURCE =
            Pattern.compile("\\S+\\.(cc|h|hpp|cpp):\\d+\\s*(\\S*\\s*(?=onnxruntime::)[^\\n]*?\\)\\s*)?");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_SAID = 300;
    private static final int MOST_LISTED = 20;

    private Faults() {}

    static ModelException features(String message) {
        return new ModelException("MODEL_FEATURES", message);
    }

    static ModelException output(String message) {
        return new ModelException("MODEL_OUTPUT", message);
    }

    static ModelException file(String message) {
        return new ModelException("MODEL_FILE", message);
    }

    static ModelException failed(String message, OrtException cause) {
        return new ModelException(message, cause);
    }

    static String place(int row, int rows) {
        return ModelException.place(row, rows);
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** {@return names, cut where they are too many to be read} */
    static String listed(List<String> names) {
        return names.size() > MOST_LISTED
                ? String.join(", ", names.subList(0, MOST_LISTED)) + " and " + (names.size() - MOST_LISTED) + " others"
                : String.join(", ", names);
    }

    /** {@return a shape as people write it, -1 where any number goes} */
    static String shape(long[] shape) {
        return Arrays.toString(shape);
    }

    /** {@return what ONNX Runtime says, in one sentence without its places in source files} */
    static String said(OrtException e) {
        @Nullable String message = e.getMessage();
        if (message == null || message.isBlank()) {
            return "it gives no reason.";
        }
        String said = PREFIX.matcher(message).replaceFirst("");
        int status = said.indexOf(STATUS);
        String reason = status < 0 ? said : said.substring(status + STATUS.length());
        String plain = BLANKS.matcher(SOURCE.matcher(reason).replaceAll(""))
                .replaceAll(" ")
                .trim();
        String cut = plain.length() > MOST_SAID ? plain.substring(0, MOST_SAID) + "…" : plain;
        return cut.endsWith(".") ? cut : cut + ".";
    }
}
