package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct texts of each column, in the order of first appearance, as far as memory is meant for them. */
final class Texts {

    /** About 100 MiB with what finds them. */
    private static final int MOST_TEXTS = 1 << 19;

    private static final int MOST_CHARACTERS = 1 << 25;

    private final String source;
    private final Map<String, Map<String, Integer>> codes = new HashMap<>();
    private final Map<String, List<String>> dictionaries = new HashMap<>();
    private int texts;
    private long characters;

    Texts(String source) {
        this.source = source;
    }

    void begin(String column) {
        codes.put(column, new HashMap<>());
        dictionaries.put(column, new ArrayList<>());
    }

    /** Takes texts that are known beforehand. */
    void put(String column, List<String> known) {
        dictionaries.put(column, known);
    }

    int code(String column, String text) {
        Map<String, Integer> known = codes.get(column);
        Integer code = known.get(text);
        return code == null ? add(column, text, known) : code;
    }

    private int add(String column, String text, Map<String, Integer> known) {
        texts++;
        characters += text.length();
        if (texts > MOST_TEXTS || characters > MOST_CHARACTERS) {
            throw new DataException(
                    "TOO_MANY_TEXTS",
                    "Column \"" + column + "\" of " + source + " has too many different texts to pack: a packed set"
                            + " holds each text once, up to 524,288 of them with 33,554,432 characters in all its columns."
                            + " Leave the column out, or write it as numbers.");
        }
        int code = known.size();
        known.put(text, code);
        dictionaries.get(column).add(text);
        return code;
    }

    Map<String, List<String>> dictionaries() {
        return dictionaries;
    }
}
