package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RowsByKeyTest {

    private final RowsByKey rows = RowsByKey.of(new long[] {7, Long.MIN_VALUE, 3, Long.MAX_VALUE});

    @Test
    void eachKeyHasItsRowOrNone() {
        assertEquals(2, rows.row(3));
        assertEquals(0, rows.row(7));
        assertEquals(3, rows.row(Long.MAX_VALUE));
        assertEquals(1, rows.row(Long.MIN_VALUE));
        assertEquals(-1, rows.row(4));
        assertEquals(-1, RowsByKey.of(new long[0]).row(0));
    }

    @Test
    void rowsStandInTheOrderOfTheirKeys() {
        assertArrayEquals(new int[] {1, 2, 0, 3}, rows.rows());
        assertArrayEquals(new int[] {2, 0, 1, 3}, rows.ranks());
        rows.rows()[0] = 9;
        assertArrayEquals(new int[] {1, 2, 0, 3}, rows.rows());
    }
}
