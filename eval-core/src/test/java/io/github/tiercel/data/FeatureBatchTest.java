package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureBatchTest {

    private static final long LARGE = (1L << 53) + 1;

    private static final Columns TABLE = Columns.of(
            "rows.csv",
            4,
            List.of(
                    NumberColumn.wrap("x", new double[] {0.5, 9, Double.NaN, 2}, second()),
                    IntegerColumn.wrap("n", new long[] {LARGE, 9, -1, 4}, second()),
                    TextColumn.wrap("s", new int[] {1, TextColumn.MISSING, 0, 1}, List.of("a", "b"))));

    private static final Features<FeatureRow> FEATURES = Features.from(TABLE, "x", "n", "s");

    private static BitSet second() {
        BitSet second = new BitSet();
        second.set(1);
        return second;
    }

    /** The rows without the columns behind them. */
    private static Batch<FeatureRow> rowsOf(Batch<FeatureRow> batch) {
        return new Batch<>() {
            @Override
            public int size() {
                return batch.size();
            }

            @Override
            public FeatureRow row(int i) {
                return batch.row(i);
            }
        };
    }

    @Test
    void columnsAreReadWhole() {
        Batch<FeatureRow> batch = FEATURES.batch(new int[] {3, 1, 0, 2});
        assertSame(batch, FeatureBatch.of(batch));
        assertHolds(FeatureBatch.of(batch));
    }

    @Test
    void rowsAreTransposed() {
        FeatureBatch transposed = FeatureBatch.of(rowsOf(FEATURES.batch(new int[] {3, 1, 0, 2})));
        assertHolds(transposed);
        assertEquals(List.of("b", "a"), transposed.dictionary(2));
        assertArrayEquals(new int[] {0, TextColumn.MISSING, 0, 1}, transposed.codes(2));
    }

    private static void assertHolds(FeatureBatch batch) {
        assertEquals(4, batch.size());
        assertEquals(List.of("x", "n", "s"), batch.columns());
        assertEquals(1, batch.column("n"));
        assertEquals(ColumnType.NUMBER, batch.type(0));
        assertEquals(ColumnType.INTEGER, batch.type(1));
        assertEquals(ColumnType.TEXT, batch.type(2));
        assertArrayEquals(new double[] {2, Double.NaN, 0.5, Double.NaN}, batch.doubles(0));
        assertArrayEquals(new double[] {4, Double.NaN, 0x1p53, -1}, batch.doubles(1));
        assertArrayEquals(new long[] {4, 0, LARGE, -1}, batch.longs(1));
        assertArrayEquals(new String[] {"b", "", "b", "a"}, batch.texts(2));
        assertArrayEquals(new String[] {"4", "", "9007199254740993", "-1"}, batch.texts(1));
        assertTrue(batch.isMissing(1, 0));
        assertFalse(batch.isMissing(3, 0), "NaN is a value");
        assertRow(batch.row(2));
    }

    private static void assertRow(FeatureRow row) {
        assertEquals(0.5, row.number("x"));
        assertEquals(LARGE, row.integer("n"));
        assertEquals("b", row.text("s"));
        assertFalse(row.isMissing("s"));
    }

    @Test
    void someRowsOfABatchAreABatch() {
        Batch<FeatureRow> batch = FEATURES.batch(new int[] {3, 1, 0, 2});
        int[] places = {2, 0, 2};
        double[] numbers = FeatureBatch.of(FEATURES.batch(new int[] {0, 3, 0})).doubles(0);
        assertArrayEquals(numbers, ((FeatureBatch) batch.select(places)).doubles(0));
        Batch<FeatureRow> rows = rowsOf(batch).select(places);
        assertEquals(3, rows.size());
        assertArrayEquals(numbers, FeatureBatch.of(rows).doubles(0));
    }

    @Test
    void codesAreThoseOfTheTable() {
        FeatureBatch batch = FeatureBatch.of(FEATURES.batch(new int[] {0, 1}));
        assertArrayEquals(new int[] {1, TextColumn.MISSING}, batch.codes(2));
        assertEquals(List.of("a", "b"), batch.dictionary(2));
    }

    @Test
    void columnsMustBeReadAsWhatTheyHold() {
        FeatureBatch batch = FeatureBatch.of(FEATURES.batch(new int[] {0}));
        String end = " Read it as what it holds, or convert it when the table is made.";
        assertMisuse("Column \"s\" holds text, but was read as numbers." + end, () -> batch.doubles(2));
        assertMisuse("Column \"s\" holds text, but was read as numbers." + end, () -> batch.row(0)
                .number(2));
        assertMisuse("Column \"x\" holds numbers, but was read as integers." + end, () -> batch.longs(0));
        assertMisuse(
                "Column \"n\" holds integers, but was read as text with a dictionary." + end, () -> batch.codes(1));
        assertThrows(IndexOutOfBoundsException.class, () -> batch.doubles(3));
    }

    @Test
    void unknownColumnsAreNamed() {
        FeatureBatch batch = FeatureBatch.of(FEATURES.batch(new int[] {0}));
        String sentence = "There is no column \"y\" in the features. Columns: x, n, s.";
        assertMisuse(sentence, () -> batch.column("y"));
        assertMisuse(sentence, () -> batch.row(0).number("y"));
    }

    @Test
    void allRowsMustHaveTheColumnsOfTheFirst() {
        FeatureRow one = FEATURES.batch(new int[] {0}).row(0);
        FeatureRow fewer = Features.from(TABLE, "x", "n").batch(new int[] {0}).row(0);
        Columns retyped = Columns.of(
                "t",
                1,
                List.of(
                        IntegerColumn.wrap("x", new long[1], new BitSet()),
                        IntegerColumn.wrap("n", new long[1], new BitSet()),
                        TextColumn.wrap("s", new int[1], List.of("a"))));
        FeatureRow other =
                Features.from(retyped, "x", "n", "s").batch(new int[] {0}).row(0);
        Batch<FeatureRow> batch = Features.of(List.of(one, fewer, one, other)).batch(new int[] {0, 1, 2, 3});
        assertBadData(
                "ROWS_DIFFER",
                "2 of 4 rows of a batch have other columns or types than its first (first at rows 2, 4 of the batch)."
                        + " Give every row the same columns: x, n, s.",
                () -> FeatureBatch.of(batch));
    }
}
