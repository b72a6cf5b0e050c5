package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final NumberColumn NUMBERS =
            NumberColumn.wrap("x", new double[] {0.5, Double.NaN, 1, 7}, missing(3));
    private static final IntegerColumn INTEGERS = IntegerColumn.wrap("n", new long[] {1, -2, 3, 4}, missing(0));
    private static final TextColumn TEXTS =
            TextColumn.wrap("t", new int[] {1, 0, TextColumn.MISSING, 1}, List.of("a", "b"));
    private static final Columns COLUMNS = Columns.of("rows.csv", 4, List.of(NUMBERS, INTEGERS, TEXTS));

    @Test
    void namesAreDistinct() {
        IllegalArgumentException twice =
                assertThrows(IllegalArgumentException.class, () -> Columns.of("rows.csv", 4, List.of(TEXTS, TEXTS)));
        assertEquals("columns must have distinct names, got \"t\" twice in rows.csv", twice.getMessage());
    }

    @Test
    void aWideTableNamesTwentyColumnsOnly() {
        List<String> names = IntStream.range(0, 500).mapToObj(i -> "c" + i).toList();
        String message =
                String.valueOf(Columns.unknown("target", "wide.csv", names).getMessage());
        assertTrue(message.endsWith(", c18, c19 and 480 others."), message);
    }

    @Test
    void valuesAreReadByRow() {
        assertEquals(0.5, NUMBERS.value(0));
        assertEquals(-2, INTEGERS.value(1));
        assertEquals(1, TEXTS.code(3));
        assertEquals(List.of("a", "b"), TEXTS.dictionary());
        assertEquals(List.of("x", "n", "t"), COLUMNS.names());
        assertEquals(4, COLUMNS.rows());
        assertEquals("rows.csv", COLUMNS.source());
        assertEquals(INTEGERS, COLUMNS.column("n"));
    }

    @Test
    void textIsCanonicalAndEmptyWhereMissing() {
        assertEquals("0.5", NUMBERS.text(0));
        assertEquals("1.0", NUMBERS.text(2));
        assertEquals("", NUMBERS.text(3));
        assertEquals("-2", INTEGERS.text(1));
        assertEquals("", INTEGERS.text(0));
        assertEquals("b", TEXTS.text(0));
        assertEquals("", TEXTS.text(2));
    }

    @Test
    void notANumberIsNotMissing() {
        assertFalse(NUMBERS.isMissing(1));
        assertEquals("NaN", NUMBERS.text(1));
    }

    @Test
    void selectionKeepsValuesAndGaps() {
        Columns some = COLUMNS.select(new int[] {3, 0});
        assertEquals(2, some.rows());
        assertTrue(some.column("x").isMissing(0));
        assertEquals("0.5", some.column("x").text(1));
        assertEquals("4", some.column("n").text(0));
        assertTrue(some.column("n").isMissing(1));
        assertEquals("b", some.column("t").text(0));
        assertEquals("b", some.column("t").text(1));
    }

    @Test
    void gapsAreCopied() {
        BitSet gaps = missing(0);
        IntegerColumn column = IntegerColumn.wrap("n", new long[2], gaps);
        gaps.clear();
        assertTrue(column.isMissing(0));
    }

    @Test
    void theNearestNameIsOffered() {
        assertMisuse(
                "There is no column \"N\" in rows.csv. Did you mean \"n\"? Columns: x, n, t.",
                () -> COLUMNS.column("N"));
        assertMisuse(
                "There is no column \"customer\" in rows.csv. Columns: x, n, t.", () -> COLUMNS.column("customer"));
    }

    @Test
    void columnsOfAnotherLengthAreRefused() {
        assertMisuse("column \"x\" has 4 rows but rows.csv has 5", () -> Columns.of("rows.csv", 5, List.of(NUMBERS)));
    }

    private static BitSet missing(int row) {
        BitSet missing = new BitSet();
        missing.set(row);
        return missing;
    }
}
