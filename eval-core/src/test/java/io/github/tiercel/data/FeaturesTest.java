package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final Columns TABLE = Columns.of(
            "rows.csv",
            2,
            List.of(
                    NumberColumn.wrap("age", new double[] {31, 47}, new BitSet()),
                    TextColumn.wrap("city", new int[] {0, 1}, List.of("Bern", "Oslo"))));

    @Test
    void rowsOfUnknownContentHaveNoFingerprint() {
        Features<String> features = Features.of(List.of("a", "b"));
        assertEquals(Optional.empty(), features.fingerprint(new long[2], new int[] {0, 1}));
    }

    @Test
    void aBatchIsTheRowsInTheOrderNamed() {
        List<String> rows = List.of("a", "b", "c");
        for (Features<String> features : List.of(
                Features.of(rows),
                Features.of(slowToReach(rows)),
                Features.of(rows, "v1"),
                Features.of(rows, (row, sink) -> sink.put(row)))) {
            assertEquals(3, features.rows());
            assertTrue(features.inMemory());
            Batch<String> batch = features.batch(new int[] {2, 0});
            assertEquals(2, batch.size());
            assertEquals("c", batch.row(0));
            assertEquals("a", batch.row(1));
        }
        assertEquals(
                4,
                Features.of(new double[][] {{1, 2}, {3, 4}})
                        .batch(new int[] {1})
                        .row(0)[1]);
    }

    /** A list that does not promise to be quick by place. */
    private static List<String> slowToReach(List<String> rows) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return rows.get(index);
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    @Test
    void aVersionStandsForTheContent() {
        List<Integer> rows = List.of(1, 2);
        assertEquals(fingerprint(Features.of(rows, "v1")), fingerprint(Features.of(List.of(3, 4), "v1")));
        assertNotEquals(fingerprint(Features.of(rows, "v1")), fingerprint(Features.of(rows, "v2")));
        assertMisuse("version must tell one state of the data from another, got \" \"", () -> Features.of(rows, " "));
    }

    @Test
    void columnsAreReadByNameOrPlace() {
        Features<FeatureRow> features = Features.from(TABLE, "city", "age");
        assertEquals(2, features.rows());
        assertTrue(features.inMemory());
        FeatureRow row = features.batch(new int[] {1}).row(0);
        assertEquals(List.of("city", "age"), row.columns());
        assertEquals("Oslo", row.text("city"));
        assertEquals("47.0", row.text(1));
        assertEquals(47, row.number("age"));
        assertEquals(ColumnType.TEXT, row.type(row.column("city")));
    }

    @Test
    void columnsMustExistAndBeNamedOnce() {
        assertMisuse(
                "There is no column \"cty\" in rows.csv. Did you mean \"city\"? Columns: age, city.",
                () -> Features.from(TABLE, "cty"));
        assertMisuse(
                "Features need at least one column of rows.csv, but none is named. Name those that the model reads.",
                () -> Features.from(TABLE));
        assertMisuse("names must be distinct, got \"age\" twice", () -> Features.from(TABLE, "age", "city", "age"));
    }

    @Test
    void lengthsMustAgree() {
        assertBadData(
                "Got features of 2 rows but 1,000 keys. Each row needs one of both, in the same order.",
                () -> Features.from(TABLE, "age").fingerprint(new long[1000], new int[1]));
        assertBadData(
                "Row 1 has 2 features, but 2 of 4 rows have another number (first at rows 2, 4). Give every row the same"
                        + " features, or pass the rows as a list.",
                () -> Features.of(new double[][] {{1, 2}, {1}, {3, 4}, {}}));
        assertBadData(
                "Row 1 has 1 features, but 1 of 2 rows has another number (at row 2). Give every row the same features,"
                        + " or pass the rows as a list.",
                () -> Features.of(new double[][] {{1}, {}}));
    }

    @Test
    void typesAreToldApart() {
        List<Consumer<DigestSink>> values = List.of(
                sink -> {},
                sink -> sink.put(1.0),
                sink -> sink.put(1.0f),
                sink -> sink.put(1L),
                sink -> sink.put(1),
                sink -> sink.put(true),
                sink -> sink.put(false),
                sink -> sink.put(""),
                sink -> sink.put("1"),
                sink -> sink.put(new byte[] {1}),
                sink -> sink.put(new byte[] {0, '1'}),
                sink -> sink.put(new double[] {1}),
                sink -> sink.put(new float[] {1}),
                sink -> sink.put(0.0),
                sink -> sink.put(-0.0),
                DigestSink::putMissing);
        TreeSet<String> distinct = new TreeSet<>();
        for (Consumer<DigestSink> value : values) {
            distinct.add(fingerprint(Features.of(List.of(0), (row, sink) -> value.accept(sink))));
        }
        assertEquals(values.size(), distinct.size());
    }

    @Test
    void allNotANumberIsOne() {
        double other = Double.longBitsToDouble(0x7ff8000000000001L);
        assertEquals(
                fingerprint(Features.of(new double[][] {{Double.NaN}})),
                fingerprint(Features.of(new double[][] {{other}})));
    }

    @Test
    void longValuesCrossTheBuffer() {
        TreeSet<String> distinct = new TreeSet<>();
        for (int length : new int[] {65_530, 65_536, 200_000}) {
            for (String end : List.of("a", "b")) {
                distinct.add(digest(sink -> sink.put("x".repeat(length) + end)));
                distinct.add(digest(sink -> sink.put(("y".repeat(length) + end).getBytes(StandardCharsets.UTF_8))));
                double[] numbers = new double[length];
                numbers[length - 1] = end.charAt(0);
                distinct.add(digest(sink -> sink.put(numbers)));
            }
        }
        assertEquals(18, distinct.size());
    }

    @Test
    void theFingerprintStaysAsItIs() {
        // Stored predictions are found under it, so no version of Tiercel may change it. Computed with Python hashlib.
        assertEquals(
                "1fc6ebba8dee27278f00b4b41be28083e49393c4159a328b4652d728014eef9c",
                fingerprint(Features.of(new double[][] {{1, 2}, {3, 4}})));
        assertEquals(
                "aef666c95996b70ede64ad520d4fa8c0583dde09dd785a89cd3044f6a6d1a8ff",
                fingerprint(Features.from(TABLE, "age", "city")));
        assertEquals(
                "400709c7aa09cef1fa1046adf788f6288727a86012ce6ee85cd8096525ef05f4",
                fingerprint(Features.of(List.of("a", "b"), (row, sink) -> sink.put(row))));
        assertEquals(
                "6fe4a02cb3b4f94d06ab5c906f1bf00b87aad2a3ead18b1573a2e2494b0b7c0c",
                fingerprint(Features.of(List.of("a", "b"), "v1")));
    }

    private static String digest(Consumer<DigestSink> value) {
        return fingerprint(Features.of(List.of(0), (row, sink) -> value.accept(sink)));
    }

    private static String fingerprint(Features<?> features) {
        long[] keys = new long[features.rows()];
        int[] order = new int[features.rows()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = 10L + row;
            order[row] = row;
        }
        return features.fingerprint(keys, order).orElseThrow();
    }
}
