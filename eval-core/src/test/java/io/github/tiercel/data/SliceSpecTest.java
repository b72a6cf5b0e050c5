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
        assertEquals(List.of("month"), SliceSpec.columns("month", List.of()));
    }

    @Test
    void aCrossIsEveryPairThatOccurs() {
        assertEquals(
                List.of("May & ATL", "May & ORD", "June & ATL", "June & ORD", "May & ATL", ""),
                values("month & origin"));
        assertTrue(SliceSpec.of("month & origin", COLUMNS).isMissing(5));
        assertEquals(List.of("month", "distance"), SliceSpec.columns("month & distance:3", List.of()));
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
    void aColumnOfThatNameGoesBefore() {
        Columns odd = Columns.of(
                "x",
                2,
                List.of(SliceColumn.of("R & D", List.of("a", "b")), SliceColumn.of("feature:0", List.of("c", "d"))));
        assertEquals("b", SliceSpec.of("R & D", odd).text(1));
        assertEquals("d", SliceSpec.of("feature:0", odd).text(1));
        assertEquals(List.of("R & D"), SliceSpec.columns("R & D", odd.names()));
        assertEquals(List.of("feature:0"), SliceSpec.columns("feature:0", odd.names()));
    }

    @Test
    void pairsThatReadAlikeAreToldApart() {
        Columns pairs = Columns.of(
                "x",
                2,
                List.of(SliceColumn.of("p", List.of("a & b", "a")), SliceColumn.of("q", List.of("c", "b & c"))));
        TextColumn crossed = SliceSpec.of("p & q", pairs);
        assertEquals("\"a & b\" & c", crossed.text(0));
        assertEquals("a & \"b & c\"", crossed.text(1));
    }

    @Test
    void threeColumnsCrossToo() {
        assertEquals(
                "May & ATL & [400, 600]",
                SliceSpec.of("month & origin & distance:2", COLUMNS).text(0));
        assertEquals(
                "month & origin & distance:2",
                SliceSpec.of("month & origin & distance:2", COLUMNS).name());
    }

    @Test
    void numbersThatNoDoubleHoldsAreRefused() {
        Columns ids = Columns.of(
                "x", 2, List.of(IntegerColumn.wrap("id", new long[] {1, 9_007_199_254_740_995L}, new BitSet())));
        assertEquals(
                "Slice \"id:2\" cannot bin 9007199254740995, as numbers beyond 2^53 cannot be told from their"
                        + " neighbours. Such numbers are ids, as a rule: slice by another column.",
                assertThrows(DataException.class, () -> SliceSpec.of("id:2", ids))
                        .getMessage());
    }

    @Test
    void zerosOfEitherSignAreEqual() {
        Columns zeros = Columns.of(
                "x", 6, List.of(NumberColumn.wrap("x", new double[] {-5, -5, -0.0, 0.0, 0.0, 0.0}, new BitSet())));
        TextColumn bins = SliceSpec.of("x:2", zeros);
        assertEquals(bins.text(2), bins.text(3));
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
