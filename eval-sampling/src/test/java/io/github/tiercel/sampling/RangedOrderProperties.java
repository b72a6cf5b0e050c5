package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What is made in pieces, of kinds of rows, is what is made at once, of the rows. */
class RangedOrderProperties {

    @Property(seed = "42", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyRangesMakeTheSameOrder(
            @ForAll @IntRange(max = 3000) int rows,
            @ForAll @IntRange(min = 1, max = 40) int classes,
            @ForAll @IntRange(min = 1, max = 40) int slices,
            @ForAll @IntRange(max = 8) int rangeBits,
            @ForAll long seed) {
        int[] classOfRow = skewed(rows, classes, seed);
        int[] sliceOfRow = skewed(rows, slices, seed + 1);
        Strata strata = Strata.ofClassesAndSlices(classOfRow, numbered(classes), sliceOfRow, numbered(slices));
        // A kind of row is a pair that occurs, numbered in the order of first appearance.
        int[] pairs = IntStream.range(0, rows)
                .map(row -> classOfRow[row] * slices + sliceOfRow[row])
                .toArray();
        int[] kinds = Arrays.stream(pairs).distinct().toArray();
        Stratification ofKinds = Stratification.ofClassesAndSlices(
                Arrays.stream(kinds).map(pair -> pair / slices).toArray(),
                numbered(classes),
                Arrays.stream(kinds).map(pair -> pair % slices).toArray(),
                numbered(slices),
                rowsOf(kinds, pairs));
        assertSame(strata, ofKinds);
        byte[] stratumOfRow = new byte[rows];
        for (int row = 0; row < rows; row++) {
            int pair = pairs[row];
            int kind = IntStream.range(0, kinds.length)
                    .filter(k -> kinds[k] == pair)
                    .findFirst()
                    .orElseThrow();
            stratumOfRow[row] = (byte) ofKinds.stratum(kind);
        }
        long[] keys = new SplittableRandom(seed).longs(rows).toArray();
        assertArrayEquals(
                StratifiedOrder.of(keys, strata, seed).rows(rows),
                inRanges(keys, stratumOfRow, RangedOrder.of(ofKinds, seed, 1 << rangeBits), 1 << rangeBits));
    }

    @Property(seed = "42", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void classesAloneAreTheSame(
            @ForAll @IntRange(max = 3000) int rows,
            @ForAll @IntRange(min = 1, max = 600) int classes,
            @ForAll long seed) {
        int[] classOfRow = skewed(rows, classes, seed);
        int[] kinds = Arrays.stream(classOfRow).distinct().toArray();
        assertSame(
                Strata.ofClasses(classOfRow, numbered(classes)),
                Stratification.ofClasses(kinds, numbered(classes), rowsOf(kinds, classOfRow)));
    }

    /** As the rule says, of sorted labels. */
    @Property(seed = "42", tries = 500)
    void rangesOfLabelsAreCutAtTheirQuantiles(@ForAll("labels") double[] labels) {
        LabelRanges ranges =
                LabelRanges.of(labels.length, consumer -> Arrays.stream(labels).forEach(consumer));
        double[] sorted = labels.clone();
        Arrays.sort(sorted);
        double[] cuts = IntStream.of(10, 100, 200, 300, 400, 500, 600, 700, 800, 900, 990, 999)
                .filter(thousandths -> labels.length > 0)
                .mapToDouble(thousandths -> sorted[labels.length * thousandths / 1000] + 0.0)
                .filter(cut -> cut > sorted[0])
                .distinct()
                .toArray();
        assertEquals(
                labels.length == 0 ? 0 : cuts.length + 1,
                ranges.stratification().count());
        for (double label : labels) {
            long expected = Arrays.stream(cuts).filter(cut -> cut <= label).count();
            assertEquals(expected, ranges.range(label));
            assertEquals(expected, ranges.stratification().stratum(ranges.range(label)));
        }
        assertSame(Strata.ofQuantiles(labels), ranges.stratification());
    }

    @Property(seed = "42", tries = 500)
    void numbersOfAnyRankAreThoseOfTheSortedOnes(@ForAll("labels") double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int[] ranks = IntStream.range(0, numbers.length).toArray();
        double[] found = OrderStatistics.of(consumer -> Arrays.stream(numbers).forEach(consumer), ranks);
        // To the last bit: assertArrayEquals tells the zeros apart.
        assertArrayEquals(sorted, found);
    }

    @Provide
    Arbitrary<double[]> labels() {
        Arbitrary<Double> any =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> few = Arbitraries.of(-1.0, -0.0, 0.0, 0.5, Double.MIN_VALUE, -Double.MAX_VALUE);
        Arbitrary<Double> smooth = Arbitraries.doubles().between(-3, 3);
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(2, few), Tuple.of(3, smooth))
                .array(double[].class)
                .ofMaxSize(400);
    }

    private static int[] inRanges(long[] keys, byte[] stratumOfRow, RangedOrder order, int ranges) {
        List<Queue<Integer>> rowsOfStratum = new ArrayList<>();
        for (int stratum = 0; stratum < 256; stratum++) {
            rowsOfStratum.add(new ArrayDeque<>());
        }
        for (int range = 0; range < ranges; range++) {
            int wanted = range;
            int[] rows = IntStream.range(0, keys.length)
                    .filter(row -> order.range(keys[row]) == wanted)
                    .toArray();
            byte[] strata = new byte[rows.length];
            for (int i = 0; i < rows.length; i++) {
                strata[i] = stratumOfRow[rows[i]];
            }
            long[] some = Arrays.stream(rows).mapToLong(row -> keys[row]).toArray();
            for (int place : order.sorted(some, strata)) {
                rowsOfStratum.get(Byte.toUnsignedInt(strata[place])).add(rows[place]);
            }
        }
        int[] all = new int[keys.length];
        PrimitiveIterator.OfInt turns = order.turns();
        for (int position = 0; position < all.length; position++) {
            all[position] = rowsOfStratum.get(turns.nextInt()).remove();
        }
        assertEquals(false, turns.hasNext());
        return all;
    }

    private static void assertSame(Strata expected, Stratification found) {
        assertEquals(expected.count(), found.count());
        assertEquals(expected.parts(), found.parts());
        assertEquals(expected.merges(), found.merges());
        assertArrayEquals(expected.sizes(), found.sizes());
    }

    private static int[] rowsOf(int[] kinds, int[] kindOfRow) {
        return Arrays.stream(kinds)
                .map(kind ->
                        (int) Arrays.stream(kindOfRow).filter(of -> of == kind).count())
                .toArray();
    }

    /** Low codes occur most. */
    private static int[] skewed(int rows, int codes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows)
                .map(row -> (int) (codes * random.nextDouble() * random.nextDouble()))
                .toArray();
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
