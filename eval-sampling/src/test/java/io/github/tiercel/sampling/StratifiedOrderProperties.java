package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class StratifiedOrderProperties {

    private static final List<String> CLASSES = List.of("a", "b", "c", "d", "e");

    /** Weights of up to 200 rows are rounded once each and summed. */
    private static final double ROUNDING = 1e-10;

    @Provide
    Arbitrary<int[]> codes() {
        return Arbitraries.integers().between(0, 4).array(int[].class).ofMaxSize(200);
    }

    @Property(seed = "42", tries = 500)
    void orderIsAPermutation(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        int[] rows = order(classOfRow, seed).rows(classOfRow.length);
        Arrays.sort(rows);
        assertArrayEquals(IntStream.range(0, rows.length).toArray(), rows);
    }

    @Property(seed = "42", tries = 500)
    void prefixesNest(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        StratifiedOrder order = order(classOfRow, seed);
        for (int m = 0; m < order.size(); m++) {
            int[] longer = order.rows(m + 1);
            assertArrayEquals(order.rows(m), Arrays.copyOf(longer, m));
            assertEquals(order.row(m), longer[m]);
        }
    }

    @Property(seed = "42", tries = 500)
    void sampledSizesCountTheRows(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        StratifiedOrder order = order(classOfRow, seed);
        int[] counted = new int[order.strata().count()];
        for (int m = 0; m < order.size(); m++) {
            assertArrayEquals(counted, order.sampledSizes(m));
            counted[order.strata().stratum(order.row(m))]++;
        }
    }

    @Property(seed = "42", tries = 500)
    void weightsSumToAllRows(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        StratifiedOrder order = order(classOfRow, seed);
        for (int m = order.smallestSample(); m <= order.size(); m++) {
            double sum = Arrays.stream(order.sample(m).weights()).sum();
            assertEquals(order.size(), sum, ROUNDING);
        }
    }

    @Property(seed = "42", tries = 500)
    void smallestSampleHasTwoRowsOfEachStratum(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        StratifiedOrder order = order(classOfRow, seed);
        int[] expected = Arrays.stream(order.strata().sizes())
                .map(size -> Math.min(size, 2))
                .toArray();
        assertArrayEquals(expected, order.sample(order.smallestSample()).sampledSizes());
    }

    @Property(seed = "42", tries = 500)
    void fullSampleWeighsExactlyOne(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        StratifiedOrder order = order(classOfRow, seed);
        Sample full = order.sample(order.size());
        assertTrue(full.isFull());
        assertTrue(Arrays.stream(full.weights()).allMatch(weight -> weight == 1.0));
    }

    @Property(seed = "42", tries = 500)
    void orderOfTheSourcePlaysNoPart(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        long[] keys = keys(classOfRow.length);
        int[] moved = StratifiedOrder.of(RowKey.positions(keys.length), Strata.single(keys.length), seed + 1)
                .rows(keys.length);
        long[] movedKeys = Arrays.stream(moved).mapToLong(row -> keys[row]).toArray();
        int[] movedClasses = Arrays.stream(moved).map(row -> classOfRow[row]).toArray();
        int[] expected = order(classOfRow, seed).rows(keys.length);
        int[] found = StratifiedOrder.of(movedKeys, Strata.ofClasses(movedClasses, CLASSES), seed)
                .rows(keys.length);
        assertArrayEquals(expected, Arrays.stream(found).map(row -> moved[row]).toArray());
    }

    @Property(seed = "42", tries = 500)
    void addedRowsKeepTheOthersOfTheirStratumInOrder(
            @ForAll("codes") int[] classOfRow, @ForAll @IntRange(max = 200) int before, @ForAll long seed) {
        int fewer = Math.min(before, classOfRow.length);
        int[] all = order(classOfRow, seed).rows(classOfRow.length);
        int[] some = order(Arrays.copyOf(classOfRow, fewer), seed).rows(fewer);
        for (int c = 0; c < CLASSES.size(); c++) {
            int wanted = c;
            assertArrayEquals(
                    Arrays.stream(some).filter(row -> classOfRow[row] == wanted).toArray(),
                    Arrays.stream(all)
                            .filter(row -> row < fewer && classOfRow[row] == wanted)
                            .toArray());
        }
    }

    @Property(seed = "42", tries = 500)
    void equalArgumentsGiveEqualOrders(@ForAll("codes") int[] classOfRow, @ForAll long seed) {
        assertArrayEquals(
                order(classOfRow, seed).rows(classOfRow.length),
                order(classOfRow, seed).rows(classOfRow.length));
    }

    @Property(seed = "42", tries = 500)
    void rowsWithEqualKeysComeByPosition(@ForAll("codes") int[] keyOfRow, @ForAll long seed) {
        long[] keys = Arrays.stream(keyOfRow).asLongStream().toArray();
        int[] rows = StratifiedOrder.of(keys, Strata.single(keys.length), seed).rows(keys.length);
        for (int i = 1; i < rows.length; i++) {
            assertTrue(keys[rows[i]] != keys[rows[i - 1]] || rows[i] > rows[i - 1]);
        }
        long runs = IntStream.range(0, rows.length)
                .filter(i -> i == 0 || keys[rows[i]] != keys[rows[i - 1]])
                .count();
        assertEquals(Arrays.stream(keys).distinct().count(), runs);
    }

    private static StratifiedOrder order(int[] classOfRow, long seed) {
        return StratifiedOrder.of(keys(classOfRow.length), Strata.ofClasses(classOfRow, CLASSES), seed);
    }

    private static long[] keys(int rows) {
        return IntStream.range(0, rows)
                .mapToLong(row -> RowKey.of("row " + row))
                .toArray();
    }
}
