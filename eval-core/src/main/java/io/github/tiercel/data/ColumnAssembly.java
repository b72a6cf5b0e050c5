package io.github.tiercel.data;

import java.util.BitSet;
import java.util.List;

/** A column put together from rows of others that have its name, type and dictionary. */
sealed interface ColumnAssembly {

    static ColumnAssembly like(Column column, int rows) {
        if (column instanceof TextColumn text) {
            return new OfText(text, rows);
        }
        return column instanceof IntegerColumn
                ? new OfIntegers(column.name(), rows)
                : new OfNumbers(column.name(), rows);
    }

    /** Puts what row {@code rows[i]} of a part holds at {@code places[i]}, for each i from a first to before a last. */
    void put(Column part, int[] rows, int[] places, int from, int to);

    Column build();

    /** Doubles. */
    final class OfNumbers implements ColumnAssembly {

        private final String name;
        private final double[] values;
        private final BitSet missing = new BitSet();

        private OfNumbers(String name, int rows) {
            this.name = name;
            this.values = new double[rows];
        }

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
    final class OfIntegers implements ColumnAssembly {

        private final String name;
        private final long[] values;
        private final BitSet missing = new BitSet();

        private OfIntegers(String name, int rows) {
            this.name = name;
            this.values = new long[rows];
        }

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
    final class OfText implements ColumnAssembly {

        private final String name;
        private final List<String> dictionary;
        private final int[] codes;

        private OfText(TextColumn like, int rows) {
            this.name = like.name();
            this.dictionary = like.dictionary();
            this.codes = new int[rows];
        }

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
