package io.github.tiercel.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Turns any column into text with a dictionary, as slicing needs it. */
final class SliceColumn {

    private SliceColumn() {}

    static TextColumn of(Column column) {
        return column instanceof TextColumn text
                ? text
                : of(column.name(), column.rows(), column::isMissing, column::text);
    }

    static TextColumn of(String name, List<String> values) {
        return of(name, values.size(), row -> false, values::get);
    }

    static TextColumn of(String name, int rows, IntPredicate missing, IntFunction<String> text) {
        Map<String, Integer> dictionary = new LinkedHashMap<>();
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = missing.test(row)
                    ? TextColumn.MISSING
                    : dictionary.computeIfAbsent(text.apply(row), value -> dictionary.size());
        }
        return TextColumn.wrap(name, codes, List.copyOf(dictionary.keySet()));
    }
}
