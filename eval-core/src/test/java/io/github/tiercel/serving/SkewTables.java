package io.github.tiercel.serving;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables made by hand. */
final class SkewTables {

    private SkewTables() {}

    static Columns table(String source, Column... columns) {
        return Columns.of(source, columns[0].rows(), List.of(columns));
    }

    static Column numbers(String name, double... values) {
        return NumberColumn.wrap(name, values, new BitSet());
    }

    static Column integers(String name, long... values) {
        return IntegerColumn.wrap(name, values, new BitSet());
    }

    /** A null is missing. */
    static Column texts(String name, @Nullable String... values) {
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            String value = values[row];
            if (value != null && !dictionary.contains(value)) {
                dictionary.add(value);
            }
            codes[row] = value == null ? TextColumn.MISSING : dictionary.indexOf(value);
        }
        return TextColumn.wrap(name, codes, dictionary);
    }
}
