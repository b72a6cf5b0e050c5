package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RowKeyTest {

    @Test
    void integersAreTheirOwnKeys() {
        assertEquals(-1L, RowKey.of(-1L));
        assertEquals(7L, RowKey.of(7));
    }

    @Test
    void stringsAreHashedByXxh64() {
        assertEquals(0xEF46DB3751D8E999L, RowKey.of(""));
        assertEquals(0xD24EC4F1A98C6E5BL, RowKey.of("a"));
        assertEquals(0x44BC2CF5AD770999L, RowKey.of("abc"));
    }

    @Test
    void stringsAreEncodedAsUtf8() {
        assertEquals(
                0xA935CCCB7115815AL,
                RowKey.of("na\u00efve caf\u00e9 \u2615 \u65e5\u672c\u8a9e and more than thirty-two bytes of it"));
    }

    @Test
    void positionsCountFromZero() {
        assertArrayEquals(new long[] {0, 1, 2}, RowKey.positions(3));
    }

    @Test
    void negativeNumberOfRowsIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> RowKey.positions(-1));
        assertEquals("rows must not be negative, got -1", e.getMessage());
    }
}
