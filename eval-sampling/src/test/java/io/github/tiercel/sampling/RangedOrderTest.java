package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangedOrderTest {

    private static final Stratification STRATA =
            Stratification.ofClasses(new int[] {1, 0}, List.of("ham", "spam"), new int[] {70, 930});

    @Test
    void kindsKnowTheirStratum() {
        assertEquals(1, STRATA.stratum(0));
        assertEquals(0, STRATA.stratum(1));
        assertEquals("kind must be in [0, 2), got 2", said(() -> STRATA.stratum(2)));
    }

    @Test
    void keysSpreadOverAllRanges() {
        RangedOrder order = RangedOrder.of(STRATA, 42, 4);
        int[] sizes = new int[4];
        for (long key = 0; key < 4000; key++) {
            sizes[order.range(key)]++;
        }
        for (int size : sizes) {
            assertEquals(1000, size, 100);
        }
        assertEquals(0, RangedOrder.of(STRATA, 42, 1).range(-1));
    }

    @Test
    void argumentsThatDoNotFit() {
        assertEquals("ranges must be a power of two, got 6", said(() -> RangedOrder.of(STRATA, 42, 6)));
        assertEquals("ranges must be in [1, 65536], got 0", said(() -> RangedOrder.of(STRATA, 42, 0)));
        assertEquals("keys has 2 rows but stratumOfKey has 1", said(() -> RangedOrder.of(STRATA, 42, 1)
                .sorted(new long[2], new byte[1])));
        assertEquals("rows must not be negative, got -1", said(() -> LabelRanges.of(-1, labels -> {})));
        List<String> names = List.of("a");
        assertEquals(
                "kinds must each have a row, got none for 1",
                said(() -> Stratification.ofClasses(new int[2], names, new int[] {3, 0})));
        assertEquals(
                "classOfKind has 2 rows but rowsOfKind has 1",
                said(() -> Stratification.ofClasses(new int[2], names, new int[] {3})));
        assertEquals(
                "classOfKind has 1 rows but sliceOfKind has 2",
                said(() -> Stratification.ofClassesAndSlices(new int[1], names, new int[2], names, new int[] {3})));
        assertEquals(
                "sliceOfKind must be in [0, 1), got 1 at row 0",
                said(() -> Stratification.ofClassesAndSlices(new int[1], names, new int[] {1}, names, new int[] {3})));
    }

    private static String said(Runnable call) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
