package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;

/** The values that a column has, each once, in the order of first appearance. */
final class DistinctValues {

    private final String name;
    private final ColumnKind kind;
    private final Map<Object, Integer> codeOf = new HashMap<>();
    private final List<Object> values = new ArrayList<>();

    DistinctValues(String name, ColumnKind kind) {
        this.name = name;
        this.kind = kind;
    }

    int size() {
        return values.size();
    }

    /** {@return the number of a row's value, or {@link TextColumn#MISSING}} */
    int code(DuckDBReadableVector vector, int row) {
        if (vector.isNull(row)) {
            return TextColumn.MISSING;
        }
        Object value =
                switch (kind) {
                    case INTEGER -> vector.getLong(row);
                    case NUMBER -> vector.getDouble(row);
                    case TEXT -> vector.getString(row);
                };
        Integer known = codeOf.get(value);
        return known == null ? add(value) : known;
    }

    private int add(Object value) {
        int code = values.size();
        codeOf.put(value, code);
        values.add(value);
        return code;
    }

    /** {@return whether rows with a value can have it as their label: any but NaN} */
    boolean isLabel(int code) {
        return code != TextColumn.MISSING && !values.get(code).equals(Double.NaN);
    }

    /** {@return the column whose rows have these values} */
    Column column(int[] codes) {
        BitSet missing = new BitSet();
        for (int row = 0; row < codes.length; row++) {
            missing.set(row, codes[row] == TextColumn.MISSING);
        }
        return switch (kind) {
            case INTEGER ->
                IntegerColumn.wrap(
                        name,
                        Arrays.stream(codes)
                                .mapToLong(code -> code == TextColumn.MISSING ? 0 : (Long) values.get(code))
                                .toArray(),
                        missing);
            case NUMBER ->
                NumberColumn.wrap(
                        name,
                        Arrays.stream(codes)
                                .mapToDouble(code -> code == TextColumn.MISSING ? 0 : (Double) values.get(code))
                                .toArray(),
                        missing);
            case TEXT ->
                TextColumn.wrap(
                        name, codes, values.stream().map(String.class::cast).toList());
        };
    }
}
