package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Equal rows have equal fingerprints, and whatever a model may notice changes them. */
class FeaturesProperties {

    /** Three columns of one table: a number, an integer and a text, any of which may be missing. */
    record Cells(List<Double> numbers, List<Long> integers, List<String> texts, List<Boolean> missing) {

        static Cells of(int rows, long seed) {
            Random random = new Random(seed);
            List<Double> numbers = new ArrayList<>();
            List<Long> integers = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            List<Boolean> missing = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                numbers.add(random.nextGaussian());
                integers.add(random.nextLong());
                texts.add("t" + random.nextInt(5));
                missing.add(random.nextInt(4) == 0);
            }
            return new Cells(numbers, integers, texts, missing);
        }

        Columns table() {
            return Columns.of("t", numbers.size(), List.of(number("x"), integer("n"), text("s", false)));
        }

        NumberColumn number(String name) {
            double[] values = numbers.stream().mapToDouble(x -> x).toArray();
            return NumberColumn.wrap(name, values, bits());
        }

        IntegerColumn integer(String name) {
            return IntegerColumn.wrap(name, integers.stream().mapToLong(n -> n).toArray(), bits());
        }

        TextColumn text(String name, boolean backwards) {
            List<String> dictionary = new ArrayList<>(texts.stream().distinct().toList());
            if (backwards) {
                Collections.reverse(dictionary);
            }
            int[] codes = IntStream.range(0, texts.size())
                    .map(row -> missing.get(row) ? TextColumn.MISSING : dictionary.indexOf(texts.get(row)))
                    .toArray();
            return TextColumn.wrap(name, codes, dictionary);
        }

        private BitSet bits() {
            BitSet bits = new BitSet();
            IntStream.range(0, missing.size()).filter(missing::get).forEach(bits::set);
            return bits;
        }
    }

    @Property(seed = "21", tries = 200)
    void columnsAreWhatTheyHold(@ForAll @IntRange(min = 1, max = 30) int rows, @ForAll long seed) {
        Cells cells = Cells.of(rows, seed);
        String known = fingerprint(Features.from(cells.table(), "x", "n", "s"));
        Cells again = Cells.of(rows, seed);
        int row = new Random(seed).nextInt(rows);
        if (again.missing().get(row)) {
            // What stands in a cell without a value is nobody's value.
            again.numbers().set(row, 7.0);
            again.integers().set(row, 7L);
            again.texts().set(row, "seven");
        }
        Columns other = Columns.of(
                "elsewhere",
                rows,
                List.of(again.text("s", true), again.integer("n"), again.number("more"), again.number("x")));
        assertEquals(known, fingerprint(Features.from(other, "x", "n", "s")));
    }

    @Property(seed = "22", tries = 200)
    void anyChangeOfAColumnShows(@ForAll @IntRange(min = 1, max = 30) int rows, @ForAll long seed) {
        Cells cells = Cells.of(rows, seed);
        int row = new Random(seed).nextInt(rows);
        cells.missing().set(row, false);
        Columns table = cells.table();
        String known = fingerprint(Features.from(table, "x", "n", "s"));
        assertNotEquals(known, fingerprint(Features.from(table, "x", "n")));
        assertNotEquals(known, fingerprint(Features.from(table, "n", "x", "s")));
        List<Consumer<Cells>> changes = List.of(
                other -> other.numbers().set(row, Math.nextUp(other.numbers().get(row))),
                other -> other.integers().set(row, 1 + other.integers().get(row)),
                other -> other.texts().set(row, other.texts().get(row) + "x"),
                other -> other.missing().set(row, true));
        for (Consumer<Cells> change : changes) {
            Cells changed = Cells.of(rows, seed);
            changed.missing().set(row, false);
            change.accept(changed);
            assertNotEquals(known, fingerprint(Features.from(changed.table(), "x", "n", "s")));
        }
    }

    @Property(seed = "23", tries = 200)
    void keysAndOrderShowWhateverIsKnownOfTheRows(
            @ForAll @IntRange(min = 2, max = 30) int rows, @ForAll @IntRange(max = 1000) int place) {
        for (Features<?> features : all(rows)) {
            String known = fingerprint(features);
            assertEquals(known, fingerprint(features));
            long[] keys = keys(rows);
            keys[place % rows]++;
            assertNotEquals(known, features.fingerprint(keys, order(rows)).orElseThrow());
            int[] order = order(rows);
            int first = order[0];
            order[0] = order[1];
            order[1] = first;
            assertNotEquals(known, features.fingerprint(keys(rows), order).orElseThrow());
            int[] fewer = Arrays.copyOf(order(rows), rows - 1);
            assertNotEquals(known, features.fingerprint(keys(rows), fewer).orElseThrow());
        }
    }

    @Property(seed = "24", tries = 200)
    void anyNumberOfADoubleRowShows(
            @ForAll @Size(min = 1, max = 8) double[] row, @ForAll @IntRange(max = 1000) int place) {
        double[] changed = row.clone();
        changed[place % row.length] = Math.nextUp(changed[place % row.length]);
        String known = fingerprint(Features.of(new double[][] {row, row}));
        assertEquals(known, fingerprint(Features.of(new double[][] {row.clone(), row})));
        assertNotEquals(known, fingerprint(Features.of(new double[][] {row, changed})));
    }

    @Property(seed = "25")
    void valuesKeepTheirEnds(@ForAll("parts") List<String> one, @ForAll("parts") List<String> other) {
        RowDigest<List<String>> digest = (row, sink) -> row.forEach(sink::put);
        assertEquals(
                one.equals(other),
                fingerprint(Features.of(List.of(one), digest))
                        .equals(fingerprint(Features.of(List.of(other), digest))));
        // Two rows of one text each are not one row of both.
        assertEquals(
                one.equals(other),
                fingerprint(Features.of(List.of(one, other), digest))
                        .equals(fingerprint(Features.of(List.of(other, one), digest))));
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.strings()
                .withChars('a', '\ud800', '\ud801')
                .ofMaxLength(2)
                .list()
                .ofMaxSize(3);
    }

    private static List<Features<?>> all(int rows) {
        List<Integer> same = Collections.nCopies(rows, 7);
        return List.of(
                Features.of(same, (row, sink) -> sink.put(row.intValue())),
                Features.of(same, "v1"),
                Features.of(new double[rows][3]),
                Features.from(
                        Columns.of("t", rows, List.of(NumberColumn.wrap("x", new double[rows], new BitSet()))), "x"));
    }

    private static String fingerprint(Features<?> features) {
        return features.fingerprint(keys(features.rows()), order(features.rows()))
                .orElseThrow();
    }

    private static long[] keys(int rows) {
        return IntStream.range(0, rows).mapToLong(row -> 100L * row).toArray();
    }

    /** Some order: the last row first. */
    private static int[] order(int rows) {
        return IntStream.range(0, rows).map(row -> rows - 1 - row).toArray();
    }
}
