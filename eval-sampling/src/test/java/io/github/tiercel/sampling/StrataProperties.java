package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class StrataProperties {

    @Provide
    Arbitrary<double[]> labels() {
        return Arbitraries.doubles().between(-5, 5).array(double[].class).ofMaxSize(300);
    }

    @Property(seed = "42", tries = 400, edgeCases = EdgeCasesMode.NONE)
    void crossedStrataAreAtMost256AndHoldEveryRow(
            @ForAll @IntRange(max = 3000) int rows,
            @ForAll @IntRange(min = 1, max = 400) int classes,
            @ForAll @IntRange(min = 1, max = 400) int slices,
            @ForAll long seed) {
        int[] classOfRow = skewed(rows, classes, seed);
        int[] sliceOfRow = skewed(rows, slices, seed + 1);
        Strata strata = Strata.ofClassesAndSlices(classOfRow, numbered(classes), sliceOfRow, numbered(slices));
        assertTrue(strata.count() <= 256);
        assertArrayEquals(countedSizes(strata), strata.sizes());
        assertTrue(Arrays.stream(strata.sizes()).allMatch(size -> size > 0));
        for (int row = 0; row < rows; row++) {
            int classOf = strata.classOf(strata.stratum(row));
            assertTrue(classOf == classOfRow[row] || classOf == classes);
        }
    }

    @Property(seed = "42", tries = 400, edgeCases = EdgeCasesMode.NONE)
    void mergesHappenOnlyWhereStrataWouldBeTooMany(
            @ForAll @IntRange(max = 3000) int rows,
            @ForAll @IntRange(min = 20, max = 40) int classes,
            @ForAll @IntRange(min = 20, max = 40) int slices,
            @ForAll long seed) {
        int[] classOfRow = skewed(rows, classes, seed);
        int[] sliceOfRow = skewed(rows, slices, seed + 1);
        Strata strata = Strata.ofClassesAndSlices(classOfRow, numbered(classes), sliceOfRow, numbered(slices));
        long cells = IntStream.range(0, rows)
                .map(row -> classOfRow[row] * slices + sliceOfRow[row])
                .distinct()
                .count();
        int merged = strata.merges().stream()
                .mapToInt(merge -> merge.members().size() - 1)
                .sum();
        assertEquals(cells, strata.count() + merged);
        assertEquals(cells > 256, merged > 0);
        assertTrue(strata.merges().stream().allMatch(merge -> merge.members().size() >= 2));
    }

    @Property(seed = "42", tries = 400, edgeCases = EdgeCasesMode.NONE)
    void oneSliceIsNoDivision(
            @ForAll @IntRange(max = 1000) int rows,
            @ForAll @IntRange(min = 1, max = 400) int classes,
            @ForAll long seed) {
        int[] classOfRow = skewed(rows, classes, seed);
        Strata plain = Strata.ofClasses(classOfRow, numbered(classes));
        Strata crossed = Strata.ofClassesAndSlices(classOfRow, numbered(classes), new int[rows], List.of("everything"));
        assertArrayEquals(stratumOfRows(plain), stratumOfRows(crossed));
        assertArrayEquals(plain.sizes(), crossed.sizes());
    }

    @Property(seed = "42", tries = 400)
    void quantileStrataAscendWithTheLabel(@ForAll("labels") double[] drawn, @ForAll boolean rounded) {
        double[] labels =
                Arrays.stream(drawn).map(x -> rounded ? Math.rint(x) : x).toArray();
        Arrays.sort(labels);
        Strata strata = Strata.ofQuantiles(labels);
        assertTrue(strata.count() <= 13);
        assertArrayEquals(countedSizes(strata), strata.sizes());
        for (int row = 1; row < labels.length; row++) {
            int step = strata.stratum(row) - strata.stratum(row - 1);
            assertTrue(step == 0 || (step == 1 && labels[row] > labels[row - 1]));
        }
    }

    @Property(seed = "42", tries = 200, edgeCases = EdgeCasesMode.NONE)
    void partsMakeTheSameStrataAgain(
            @ForAll @IntRange(max = 3000) int rows,
            @ForAll @IntRange(min = 1, max = 40) int classes,
            @ForAll @IntRange(min = 1, max = 40) int slices,
            @ForAll long seed) {
        Strata strata = Strata.ofClassesAndSlices(
                skewed(rows, classes, seed), numbered(classes), skewed(rows, slices, seed + 1), numbered(slices));
        assertSameOrder(strata, Strata.of(bytes(strata), strata.parts(), strata.merges()), seed);
        double[] labels = new SplittableRandom(seed).doubles(rows).toArray();
        Strata ranges = Strata.ofQuantiles(labels);
        assertSameOrder(ranges, Strata.of(bytes(ranges), ranges.parts(), ranges.merges()), seed);
    }

    private static void assertSameOrder(Strata strata, Strata again, long seed) {
        assertEquals(strata.parts(), again.parts());
        assertEquals(strata.merges(), again.merges());
        assertArrayEquals(strata.sizes(), again.sizes());
        long[] keys = new SplittableRandom(seed).longs(strata.rows()).toArray();
        assertArrayEquals(
                StratifiedOrder.of(keys, strata, 42).rows(keys.length),
                StratifiedOrder.of(keys, again, 42).rows(keys.length));
    }

    private static byte[] bytes(Strata strata) {
        byte[] bytes = new byte[strata.rows()];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) strata.stratum(row);
        }
        return bytes;
    }

    private static int[] countedSizes(Strata strata) {
        int[] counted = new int[strata.count()];
        for (int row = 0; row < strata.rows(); row++) {
            counted[strata.stratum(row)]++;
        }
        return counted;
    }

    private static int[] stratumOfRows(Strata strata) {
        return IntStream.range(0, strata.rows()).map(strata::stratum).toArray();
    }

    /** Codes of which the lower ones are more frequent. */
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
