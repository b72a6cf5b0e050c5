package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** The hidden first line of a document, by which a script finds the comment that it wrote before. */
final class MarkdownMarker {

    private static final int MOST = 200;

    private MarkdownMarker() {}

    /** {@return a comment with the names of the models, which holds nothing that ends a comment or needs quotes} */
    static String of(EvaluationResult result) {
        String names = result.models().stream()
                .map(ModelResult::model)
                .map(MarkdownMarker::plain)
                .collect(Collectors.joining(","));
        return "<!-- tiercel:" + (names.length() <= MOST ? names : cut(names)) + " -->";
    }

    /** Names with the same beginning stay apart. */
    private static String cut(String names) {
        return names.substring(0, MOST) + "~" + Integer.toHexString(names.hashCode());
    }

    /** {@return the name with everything but letters, digits, full stops, underscores and hyphens as in an address} */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        for (byte part : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (part & 0xFF);
            boolean doubled = character == '-' && (plain.isEmpty() || plain.charAt(plain.length() - 1) == '-');
            plain.append(
                    isPlain(character) && !doubled
                            ? String.valueOf(character)
                            : String.format(Locale.ROOT, "%%%02X", part));
        }
        return plain.toString();
    }

    private static boolean isPlain(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || "._-".indexOf(character) >= 0);
    }
}
