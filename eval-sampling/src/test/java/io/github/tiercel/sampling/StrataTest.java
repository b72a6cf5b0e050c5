package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StrataTest {

    private static final List<String> TWO = List.of("ham", "spam");

    @Test
    void classesAreStrata() {
        Strata strata = Strata.ofClasses(new int[] {0, 1, 0, 0}, TWO);
        assertEquals(4, strata.rows());
        assertEquals(2, strata.count());
        assertEquals(1, strata.stratum(1));
        assertEquals(3, strata.size(0));
        assertEquals("spam", strata.name(1));
        assertEquals(List.of(), strata.merges());
        assertEquals("Strata[4 rows, sizes [3, 1]]", strata.toString());
    }

    @Test
    void classWithoutRowsGetsNoStratum() {
        Strata strata = Strata.ofClasses(new int[] {2, 0, 2}, List.of("a", "b", "c"));
        assertEquals(2, strata.count());
        assertEquals("c", strata.name(1));
        assertEquals(2, strata.classOf(1));
    }

    @Test
    void classesAndSlicesAreCrossed() {
        Strata strata = Strata.ofClassesAndSlices(
                new int[] {0, 1, 0, 1, 0}, TWO, new int[] {1, 0, 1, 0, 0}, List.of("web", "app"));
        assertEquals(3, strata.count());
        assertEquals(List.of("ham & web", "ham & app", "spam & web"), names(strata));
        assertArrayEquals(new int[] {1, 2, 2}, strata.sizes());
        assertArrayEquals(new int[] {1, 2, 1, 2, 0}, stratumOfRows(strata));
        assertEquals(0, strata.classOf(1));
        assertEquals(1, strata.classOf(2));
    }

    @Test
    void rarestClassesBeyond256BecomeOther() {
        // Class c has c % 3 + 1 rows: of 300 classes 45 are merged, all of one row, those with the highest indexes.
        int[] classOfRow = IntStream.range(0, 300)
                .flatMap(c -> IntStream.rangeClosed(0, c % 3).map(copy -> c))
                .toArray();
        Strata strata = Strata.ofClasses(classOfRow, numbered(300));
        assertEquals(256, strata.count());
        assertEquals("other", strata.name(255));
        assertEquals(300, strata.classOf(255));
        assertEquals(45, strata.size(255));
    }

    @Test
    void mergedClassesAreTheRarestAndOfEqualOnesTheLast() {
        // 257 classes of which class 3 has one row, the others two: class 3 goes, and the last of the others.
        int[] classOfRow = IntStream.range(0, 257)
                .flatMap(c -> c == 3 ? IntStream.of(c) : IntStream.of(c, c))
                .toArray();
        Strata strata = Strata.ofClasses(classOfRow, numbered(257));
        assertEquals(List.of(new Strata.Merge(255, List.of("3", "256"))), strata.merges());
        assertEquals(3, strata.size(255));
    }

    @Test
    void smallestSlicesOfAClassBecomeOther() {
        // Slice s of class 0 has s + 1 rows; class 1 has one slice, so 255 strata are left for class 0.
        Strata few = classZeroSlices(255);
        assertEquals(256, few.count());
        assertEquals(List.of(), few.merges());
        Strata many = classZeroSlices(256);
        assertEquals(256, many.count());
        assertEquals(List.of(new Strata.Merge(254, List.of("ham & 0", "ham & 1"))), many.merges());
        assertEquals("ham & other", many.name(254));
        assertEquals(3, many.size(254));
        assertEquals("spam & 0", many.name(255));
    }

    private static Strata classZeroSlices(int slices) {
        int[] sliceOfHam = IntStream.range(0, slices)
                .flatMap(s -> IntStream.rangeClosed(0, s).map(copy -> s))
                .toArray();
        int[] sliceOfRow = Arrays.copyOf(sliceOfHam, sliceOfHam.length + 1);
        int[] classOfRow = new int[sliceOfRow.length];
        classOfRow[classOfRow.length - 1] = 1;
        return Strata.ofClassesAndSlices(classOfRow, TWO, sliceOfRow, numbered(slices));
    }

    @Test
    void mergedClassWithManySlicesHasOneStratum() {
        int[] classOfRow = IntStream.range(0, 600).map(row -> row % 300).toArray();
        int[] sliceOfRow = IntStream.range(0, 600).map(row -> row / 300).toArray();
        Strata strata = Strata.ofClassesAndSlices(classOfRow, numbered(300), sliceOfRow, TWO);
        assertEquals(256, strata.count());
        assertEquals("0 & other", strata.name(0));
        assertEquals("other & other", strata.name(255));
        assertEquals(90, strata.size(255));
        assertEquals(257, strata.merges().size());
        assertEquals(45, strata.merges().get(255).members().size());
        assertEquals(
                List.of("other & ham", "other & spam"), strata.merges().get(256).members());
    }

    @Test
    void quantilesCutTheTailsFinely() {
        double[] labels = IntStream.range(0, 10_000).asDoubleStream().toArray();
        Strata strata = Strata.ofQuantiles(labels);
        assertArrayEquals(
                new int[] {100, 900, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 900, 90, 10}, strata.sizes());
        assertEquals("(-infinity, 100.0)", strata.name(0));
        assertEquals("[9990.0, infinity)", strata.name(12));
        assertEquals(12, strata.stratum(9990));
        assertEquals(11, strata.stratum(9989));
    }

    @Test
    void equalLabelsAreOneStratum() {
        double[] labels = new double[100];
        assertEquals(1, Strata.ofQuantiles(labels).count());
        labels[40] = -0.0;
        assertEquals(1, Strata.ofQuantiles(labels).count());
        Arrays.fill(labels, 0, 5, -3);
        assertArrayEquals(new int[] {5, 95}, Strata.ofQuantiles(labels).sizes());
        Arrays.fill(labels, 0);
        labels[7] = 1;
        assertArrayEquals(new int[] {99, 1}, Strata.ofQuantiles(labels).sizes());
    }

    @Test
    void quantileStrataHaveSquareRootSharesWithoutAFloor() {
        double[] labels = IntStream.range(0, 100_000).asDoubleStream().toArray();
        Interleaving interleaving = Strata.ofQuantiles(labels).interleaving();
        double tail = 2.5 / interleaving.slot(12, 2);
        double decile = 2.5 / interleaving.slot(5, 2);
        assertEquals(Math.sqrt(100) / Math.sqrt(10_000), tail / decile, 1e-12);
    }

    @Test
    void noRowsHaveNoStrata() {
        assertEquals(0, Strata.single(0).count());
        assertEquals(0, Strata.ofClasses(new int[0], TWO).count());
        assertEquals(0, Strata.ofQuantiles(new double[0]).rows());
    }

    @Test
    void singleStratumHoldsAllRows() {
        Strata strata = Strata.single(5);
        assertEquals(5, strata.size(0));
        assertEquals("all", strata.name(0));
    }

    @Test
    void codesMustNameClassesAndSlices() {
        assertMessage("classOfRow must be in [0, 2), got -1 at row 1", () -> Strata.ofClasses(new int[] {0, -1}, TWO));
        assertMessage(
                "classOfRow must be in [0, 2), got 2 at row 0",
                () -> Strata.ofClassesAndSlices(new int[] {2}, TWO, new int[] {0}, TWO));
        assertMessage(
                "sliceOfRow must be in [0, 2), got 5 at row 0",
                () -> Strata.ofClassesAndSlices(new int[] {1}, TWO, new int[] {5}, TWO));
        assertMessage(
                "classOfRow has 1 rows but sliceOfRow has 2",
                () -> Strata.ofClassesAndSlices(new int[] {1}, TWO, new int[] {0, 0}, TWO));
    }

    @Test
    void labelsMustBeFinite() {
        assertMessage(
                "labels must be finite, got NaN at row 1", () -> Strata.ofQuantiles(new double[] {1, Double.NaN}));
    }

    @Test
    void indexesMustBeInRange() {
        Strata strata = Strata.single(5);
        assertMessage("rows must not be negative, got -1", () -> Strata.single(-1));
        assertMessage("row must be in [0, 5), got 5", () -> strata.stratum(5));
        assertMessage("stratum must be in [0, 1), got 1", () -> strata.size(1));
        assertMessage("stratum must be in [0, 1), got -1", () -> strata.name(-1));
    }

    @Test
    void partsMustFitRows() {
        Strata.Part ham = new Strata.Part("ham", 0, 0.5);
        assertMessage(
                "the stratum of row 1 must be in [0, 1), got 1",
                () -> Strata.of(new byte[] {0, 1}, List.of(ham), List.of()));
        assertMessage(
                "parts must each have a row, got none for 1",
                () -> Strata.of(new byte[] {0, 0}, List.of(ham, ham), List.of()));
        assertMessage(
                "the stratum of a merge must be in [0, 1), got 1",
                () -> Strata.of(new byte[1], List.of(ham), List.of(new Strata.Merge(1, TWO))));
        assertMessage(
                "the number of parts must be in [0, 256], got 257",
                () -> Strata.of(new byte[1], Collections.nCopies(257, ham), List.of()));
        assertMessage("classIndex must not be negative, got -1", () -> new Strata.Part("ham", -1, 0.5));
        assertMessage("weight must be positive and finite, got NaN", () -> new Strata.Part("ham", 0, Double.NaN));
        assertMessage("weight must be positive and finite, got 0.0", () -> new Strata.Part("ham", 0, 0));
    }

    @Test
    void rowsCanBeNumberedAnew() {
        Strata strata = Strata.ofClasses(new int[] {0, 1, 0, 0}, TWO);
        Strata turned = strata.ofRows(new int[] {1, 0, 2, 3});
        assertArrayEquals(new int[] {1, 0, 0, 0}, stratumOfRows(turned));
        assertEquals(strata.parts(), turned.parts());
        assertMessage("row must be in [0, 4), got 4", () -> strata.ofRows(new int[] {4}));
        assertMessage("parts must each have a row, got none for 1", () -> strata.ofRows(new int[] {0}));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static List<String> names(Strata strata) {
        return IntStream.range(0, strata.count()).mapToObj(strata::name).toList();
    }

    private static int[] stratumOfRows(Strata strata) {
        return IntStream.range(0, strata.rows()).map(strata::stratum).toArray();
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
