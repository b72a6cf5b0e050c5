package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RowsByIdTest {

    @Test
    void eachKeyHasItsRowOrNone() {
        RowsById rows = RowsById.of(new long[] {7, Long.MIN_VALUE, 3, Long.MAX_VALUE});
        assertArrayEquals(new int[] {2, 0, -1, 3, 1}, rows.find(new long[] {3, 7, 4, Long.MAX_VALUE, Long.MIN_VALUE}));
        assertArrayEquals(new int[] {-1}, RowsById.of(new long[0]).find(new long[] {0}));
    }
}
