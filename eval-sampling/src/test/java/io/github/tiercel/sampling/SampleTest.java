package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final int[] CLASS_OF_ROW = {0, 1, 0, 0, 0, 0, 1, 0, 0, 0};
    private static final StratifiedOrder ORDER =
            StratifiedOrder.of(RowKey.positions(10), Strata.ofClasses(CLASS_OF_ROW, List.of("ham", "spam")), 42);

    private final Sample sample = ORDER.sample(6);

    @Test
    void sampleKnowsItsRowsAndTheirStrata() {
        assertEquals(6, sample.size());
        assertEquals(10, sample.fullRows());
        assertEquals(2, sample.strata());
        assertFalse(sample.isFull());
        assertArrayEquals(ORDER.rows(6), sample.rows());
        assertArrayEquals(
                Arrays.stream(sample.rows()).map(row -> CLASS_OF_ROW[row]).toArray(), sample.stratumOfRows());
        assertArrayEquals(new int[] {8, 2}, sample.stratumSizes());
        assertArrayEquals(new int[] {4, 2}, sample.sampledSizes());
    }

    @Test
    void weightIsThatOfTheStratum() {
        for (int i = 0; i < sample.size(); i++) {
            assertEquals(sample.stratum(i) == 0 ? 2.0 : 1.0, sample.weight(i));
            assertEquals(sample.weight(i), sample.weights()[i]);
        }
    }

    @Test
    void rowsDrawnOneByOneAreTheirOwnGroups() {
        assertEquals(6, sample.groups());
        assertEquals(5, sample.group(5));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, sample.groupOfRows());
    }

    @Test
    void textSaysWhatWasDrawn() {
        assertEquals("Sample[6 of 10 rows, 6 groups, 2 strata]", sample.toString());
    }

    @Test
    void positionsMustBeInRange() {
        var row = assertThrows(IllegalArgumentException.class, () -> sample.row(6));
        assertEquals("i must be in [0, 6), got 6", row.getMessage());
        var group = assertThrows(IllegalArgumentException.class, () -> sample.group(-1));
        assertEquals("i must be in [0, 6), got -1", group.getMessage());
    }

    @Test
    void returnedArraysAreCopies() {
        Arrays.fill(sample.rows(), -1);
        Arrays.fill(sample.sampledSizes(), -1);
        Arrays.fill(sample.stratumSizes(), -1);
        assertEquals(ORDER.row(0), sample.row(0));
        assertEquals(4, sample.sampledSizes()[0]);
        assertEquals(8, sample.stratumSizes()[0]);
    }
}
