package io.github.tiercel.duckdb;

import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;

/** Gathers text, each distinct value once, in the order of first appearance. */
final class TextBuilder implements ColumnBuilder {

    private final String name;
    private final int[] codes;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();

    TextBuilder(String name, int rows) {
        this.name = name;
        this.codes = new int[rows];
    }

    @Override
    public void put(DuckDBReadableVector vector, int from, int count) {
        for (int i = 0; i < count; i++) {
            codes[from + i] = vector.isNull(i) ? TextColumn.MISSING : code(vector.getString(i));
        }
    }

    private int code(String value) {
        Integer known = codeOf.get(value);
        return known == null ? add(value) : known;
    }

    private int add(String value) {
        int code = dictionary.size();
        dictionary.add(value);
        codeOf.put(value, code);
        return code;
    }

    @Override
    public TextColumn build() {
        return TextColumn.wrap(name, codes, dictionary);
    }
}
