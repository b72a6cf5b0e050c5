package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceSpecTest {

    private static final Columns COLUMNS = Columns.of(
            "flights.csv",
            6,
            List.of(
                    SliceColumn.of("month", List.of("May", "May", "June", "June", "May", "June")),
                    SliceColumn.of("origin", 6, row -> row == 5, row -> row % 2 == 0 ? "ATL" : "ORD"),
                    IntegerColumn.wrap("distance", new long[] {500, 100, 400, 200, 600, 300}, new BitSet()),
                    NumberColumn.wrap("delay", new double[] {0, 0, 0, 0, 2.5, Double.NaN}, new BitSet())));

    @Test
    void aColumnIsItself() {
        assertEquals(List.of("May", "May", "June", "June", "May", "June"), values("month"));
        assertEquals(List.of("month"), SliceSpec.columns("month"));
    }

    @Test
    void aCrossIsEveryPairThatOccurs() {
        assertEquals(
                List.of("May & ATL", "May & ORD", "June & ATL", "June & ORD", "May & ATL", ""),
                values("month & origin"));
        assertTrue(SliceSpec.of("month & origin", COLUMNS).isMissing(5));
        assertEquals(List.of("month", "distance"), SliceSpec.columns("month & distance:3"));
    }

    @Test
    void binsHoldAboutAsManyRows() {
        assertEquals(
                List.of("[500, 600]", "[100, 300)", "[300, 500)", "[100, 300)", "[500, 600]", "[300, 500)"),
                values("distance:3"));
    }

    @Test
    void equalNumbersAreNeverParted() {
        assertEquals(
                List.of("[0.0, 2.5]", "[0.0, 2.5]", "[0.0, 2.5]", "[0.0, 2.5]", "[0.0, 2.5]", ""), values("delay:2"));
        assertEquals(
                List.of("[0.0, 2.5)", "[2.5, 2.5]"),
                values("delay:5").stream().limit(5).distinct().toList());
        assertTrue(SliceSpec.of("delay:2", COLUMNS).isMissing(5));
    }

    @Test
    void binsAndColumnsCross() {
        assertEquals("May & [400, 600]", values("month & distance:2").get(0));
        assertEquals(
                "month & distance:2",
                SliceSpec.of("month & distance:2", COLUMNS).name());
    }

    @Test
    void whatCannotBeSlicedBySaysWhy() {
        assertMessage(
                "Slice \"month:4\" needs numbers to bin, but column \"month\" holds text. Slice by \"month\" itself.",
                DataException.class,
                "month:4");
        assertMessage(
                "Slice \"distance:1\" asks for 1 bins. Ask for 2 to 100, for example \"distance:4\".",
                IllegalArgumentException.class,
                "distance:1");
        assertMessage(
                "There is no column \"orign\" in flights.csv. Did you mean \"origin\"? Columns: month, origin,"
                        + " distance, delay.",
                IllegalArgumentException.class,
                "month & orign");
    }

    @Test
    void noNumberHasNoBin() {
        Columns none = Columns.of(
                "x", 2, List.of(NumberColumn.wrap("x", new double[] {Double.NaN, Double.NaN}, new BitSet())));
        assertTrue(SliceSpec.of("x:4", none).isMissing(0));
    }

    private static void assertMessage(String message, Class<? extends RuntimeException> kind, String spec) {
        assertEquals(
                message, assertThrows(kind, () -> SliceSpec.of(spec, COLUMNS)).getMessage());
    }

    private static List<String> values(String spec) {
        TextColumn column = SliceSpec.of(spec, COLUMNS);
        return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
    }
}
