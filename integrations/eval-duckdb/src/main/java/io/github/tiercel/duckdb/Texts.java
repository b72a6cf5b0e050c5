package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The distinct texts of each column, in the order of first appearance, as far as memory is meant for them. */
final class Texts {

    /** About 100 MiB with what finds them. */
    private static final int MOST_TEXTS = 1 << 19;

    private static final int MOST_CHARACTERS = 1 << 25;

    private final String source;
    private final Map<String, Map<String, Integer>> codes = new HashMap<>();
    private final Map<String, List<String>> known = new HashMap<>();
    private int texts;
    private long characters;

    Texts(String source) {
        this.source = source;
    }

    /** Takes texts that are known beforehand. */
    void put(String column, List<String> texts) {
        known.put(column, texts);
    }

    int code(String column, String text) {
        Map<String, Integer> ofColumn = codes.computeIfAbsent(column, name -> new LinkedHashMap<>());
        Integer code = ofColumn.get(text);
        return code == null ? add(column, text, ofColumn) : code;
    }

    private int add(String column, String text, Map<String, Integer> ofColumn) {
        texts++;
        characters += text.length();
        if (texts > MOST_TEXTS || characters > MOST_CHARACTERS) {
            throw new DataException(
                    "TOO_MANY_TEXTS",
                    "Column \"" + column + "\" of " + source + " has too many different texts to pack: a packed set"
                            + " holds each text once, up to 524,288 of them with 33,554,432 characters in all its columns."
                            + " Leave the column out, or write it as numbers.");
        }
        int code = ofColumn.size();
        ofColumn.put(text, code);
        return code;
    }

    /** {@return the texts of each column, by its name; none of a column that lacks every value} */
    Map<String, List<String>> dictionaries() {
        Map<String, List<String>> all = new HashMap<>(known);
        codes.forEach((column, texts) -> all.put(column, List.copyOf(texts.keySet())));
        return all;
    }
}
