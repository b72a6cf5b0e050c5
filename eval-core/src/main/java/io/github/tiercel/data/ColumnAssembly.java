package io.github.tiercel.data;

import java.util.BitSet;
import java.util.List;

/** A column put together from rows of others that have its name, type and dictionary. */
sealed interface ColumnAssembly {

    static ColumnAssembly like(Column column, int rows) {
        if (column instanceof TextColumn text) {
            return new OfText(text.name(), text.dictionary(), new int[rows]);
        }
        return column instanceof IntegerColumn
                ? new OfIntegers(column.name(), new long[rows], new BitSet())
                : new OfNumbers(column.name(), new double[rows], new BitSet());
    }

    /** Puts what row {@code rows[i]} of a part holds at {@code places[i]}, for each i from a first to before a last. */
    void put(Column part, int[] rows, int[] places, int from, int to);

    Column build();

    /** Doubles. */
    record OfNumbers(String name, double[] values, BitSet missing) implements ColumnAssembly {

        @Override
        public void put(Column part, int[] rows, int[] places, int from, int to) {
            NumberColumn numbers = (NumberColumn) part;
            for (int i = from; i < to; i++) {
                values[places[i]] = numbers.value(rows[i]);
                if (numbers.isMissing(rows[i])) {
                    missing.set(places[i]);
                }
            }
        }

        @Override
        public Column build() {
            return NumberColumn.wrap(name, values, missing);
        }
    }

    /** Longs. */
    record OfIntegers(String name, long[] values, BitSet missing) implements ColumnAssembly {

        @Override
        public void put(Column part, int[] rows, int[] places, int from, int to) {
            IntegerColumn integers = (IntegerColumn) part;
            for (int i = from; i < to; i++) {
                values[places[i]] = integers.value(rows[i]);
                if (integers.isMissing(rows[i])) {
                    missing.set(places[i]);
                }
            }
        }

        @Override
        public Column build() {
            return IntegerColumn.wrap(name, values, missing);
        }
    }

    /** Codes of a dictionary. */
    record OfText(String name, List<String> dictionary, int[] codes) implements ColumnAssembly {

        @Override
        public void put(Column part, int[] rows, int[] places, int from, int to) {
            TextColumn text = (TextColumn) part;
            for (int i = from; i < to; i++) {
                codes[places[i]] = text.code(rows[i]);
            }
        }

        @Override
        public Column build() {
            return TextColumn.wrap(name, codes, dictionary);
        }
    }
}
