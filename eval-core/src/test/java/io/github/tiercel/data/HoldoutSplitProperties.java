package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class HoldoutSplitProperties {

    private static final int SMALLEST = 100;

    @Property(seed = "42", tries = 200)
    void everyRowIsInOnePart(
            @ForAll @IntRange(min = SMALLEST, max = 400) int rows,
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double share,
            @ForAll long seed) {
        HoldoutSplit split = HoldoutSplit.of(ids(rows).seed(seed).build(), share);
        int[] all = IntStream.concat(Arrays.stream(split.selectRows()), Arrays.stream(split.confirmRows()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, rows).toArray(), all);
        assertEquals(split.selectRows().length, split.select().rows());
        assertEquals(split.confirmRows().length, split.confirm().rows());
    }

    /** Added rows stand anywhere; those that were there keep their parts. */
    @Property(seed = "42", tries = 200)
    void addedRowsMoveNoOther(
            @ForAll @IntRange(min = SMALLEST, max = 400) int rows, @ForAll @IntRange(max = 400) int more) {
        Set<Long> before = keys(HoldoutSplit.of(ids(rows).build()).select());
        Set<Long> after = keys(HoldoutSplit.of(ids(rows + more).build()).select());
        after.removeIf(key -> key >= id(rows));
        assertEquals(before, after);
    }

    @Property(seed = "42", tries = 200)
    void clustersAndQueriesAreNeverParted(
            @ForAll @IntRange(min = SMALLEST, max = 400) int rows, @ForAll boolean ranking, @ForAll long seed) {
        long[] groups = LongStream.range(0, rows).map(row -> row * row % 37).toArray();
        EvaluationSet set = ranking
                ? EvaluationSet.ranking(new double[rows], groups).seed(seed).build()
                : ids(rows).clusters(groups).seed(seed).build();
        HoldoutSplit split = HoldoutSplit.of(set);
        Set<Long> selected = new HashSet<>();
        Arrays.stream(split.selectRows()).forEach(row -> selected.add(groups[row]));
        assertTrue(Arrays.stream(split.confirmRows()).noneMatch(row -> selected.contains(groups[row])));
    }

    /** What is known of a row goes with it. */
    @Property(seed = "42", tries = 100)
    void partsHaveWhatTheirRowsHad(@ForAll @IntRange(min = SMALLEST, max = 400) int rows) {
        EvaluationSet set = ids(rows)
                .weights(IntStream.range(0, rows).mapToDouble(row -> 1 + row).toArray())
                .clusters(LongStream.range(0, rows).map(row -> row / 3).toArray())
                .slice(
                        "number",
                        IntStream.range(0, rows).mapToObj(String::valueOf).toList())
                .build();
        HoldoutSplit split = HoldoutSplit.of(set);
        int[] numbers = split.confirmRows();
        EvaluationSet part = split.confirm();
        assertEquals(set.seed(), part.seed());
        assertEquals(set.positive(), part.positive());
        assertTrue(part.isWeighted());
        for (int row = 0; row < numbers.length; row++) {
            assertEquals(set.keys()[numbers[row]], part.keys()[row]);
            assertEquals(set.label(numbers[row]), part.label(row));
            assertEquals(set.unitKey(numbers[row]), part.unitKey(row));
            assertEquals(String.valueOf(numbers[row]), part.slices().get(0).text(row));
        }
    }

    private static Set<Long> keys(EvaluationSet set) {
        Set<Long> keys = new HashSet<>();
        Arrays.stream(set.keys()).forEach(keys::add);
        return keys;
    }

    private static EvaluationSetBuilder ids(int rows) {
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row += 3) {
            labels[row] = true;
        }
        return EvaluationSet.binary(labels)
                .ids(LongStream.range(0, rows).map(HoldoutSplitProperties::id).toArray());
    }

    private static long id(long row) {
        return 1_000_000 + 17 * row;
    }
}
