package io.github.tiercel.serving;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static io.github.tiercel.serving.SkewTables.integers;
import static io.github.tiercel.serving.SkewTables.numbers;
import static io.github.tiercel.serving.SkewTables.table;
import static io.github.tiercel.serving.SkewTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.metrics.compare.UnpairedProportions;
import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.NumberSummary;
import io.github.tiercel.result.SkewBin;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.SkewThresholds;
import io.github.tiercel.result.TypeMismatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureSkewTest {

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(FeatureSkewTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Columns side(String side) {
        List<String[]> rows = lines("skew-rows.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(side))
                .toList();
        BitSet missing = new BitSet();
        double[] prices = new double[rows.size()];
        for (int row = 0; row < prices.length; row++) {
            missing.set(row, rows.get(row)[1].isEmpty());
            prices[row] = missing.get(row) ? 0 : Double.parseDouble(rows.get(row)[1]);
        }
        long[] clicks =
                rows.stream().mapToLong(cells -> Long.parseLong(cells[2])).toArray();
        String[] carriers = rows.stream().map(cells -> cells[3]).toArray(String[]::new);
        return table(
                side,
                NumberColumn.wrap("price", prices, missing),
                integers("clicks", clicks),
                texts("carrier", carriers));
    }

    @Test
    void figuresAreThoseOfScipy() {
        SkewResult skew = FeatureSkew.between(side("reference"), side("data")).result();
        Map<String, Double> found = new HashMap<>();
        for (ColumnSkew column : skew.columns()) {
            column.psi().ifPresent(psi -> found.put(column.name() + ".psi", psi));
            column.ks().ifPresent(ks -> found.put(column.name() + ".ks", ks));
            column.test().ifPresent(test -> found.put(column.name() + ".p", test.pValue()));
            column.missing().test().ifPresent(test -> found.put(column.name() + ".missing.p", test.pValue()));
        }
        found.put("price.mean", skew.column("price").reference().orElseThrow().mean());
        found.put("carrier.unseen", (double) skew.column("carrier").unseenRows());
        Map<String, Double> expected = new HashMap<>();
        for (String line : lines("skew.csv")) {
            String[] cells = line.split(",", -1);
            expected.put(cells[0], Double.valueOf(cells[1]));
        }
        assertEquals(expected.keySet(), found.keySet());
        // One less a sum near 1, or a chi-square tail below 1e-20 found so, has no more digits than 1 has.
        expected.forEach((name, value) ->
                assertEquals(value, found.getOrDefault(name, Double.NaN), 1e-9 * Math.abs(value) + 1e-14, name));
    }

    @Test
    void anIndexIsComputedByHandFromTheBins() {
        ColumnSkew skew = FeatureSkew.between(
                        table("old", integers("flag", 0, 0, 0, 1)), table("new", integers("flag", 0, 1, 1, 1)))
                .result()
                .column("flag");
        assertEquals(List.of(new SkewBin("0", 3, 1), new SkewBin("1", 1, 3)), skew.bins());
        assertEquals((0.7 - 0.3) * Math.log(0.7 / 0.3) * 2, skew.psi().orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.of(0.5), skew.ks());
        assertEquals("g", skew.test().orElseThrow().method());
    }

    @Test
    void numbersFallIntoTenthsOfTheReference() {
        double[] old = DoubleStream.iterate(0, x -> x + 1).limit(100).toArray();
        double[] shifted = DoubleStream.of(old).map(x -> x - 15).toArray();
        ColumnSkew skew = FeatureSkew.between(table("old", numbers("x", old)), table("new", numbers("x", shifted)))
                .result()
                .column("x");
        assertEquals(10, skew.bins().size());
        assertEquals(new SkewBin("(-inf, 10.0)", 10, 25), skew.bins().get(0));
        assertEquals(new SkewBin("[10.0, 20.0)", 10, 10), skew.bins().get(1));
        assertEquals(new SkewBin("[90.0, inf)", 10, 0), skew.bins().get(9));
        assertEquals(0.15, skew.ks().orElseThrow(), 1e-15);
        assertEquals("ks", skew.test().orElseThrow().method());
        assertEquals(Optional.of(new NumberSummary(49.5, 0, 24, 49, 74, 99)), skew.reference());
        assertEquals(Optional.of(new NumberSummary(34.5, -15, 9, 34, 59, 84)), skew.data());
    }

    @Test
    void manyEqualNumbersMakeFewerBins() {
        double[] old = IntStream.range(0, 100)
                .mapToDouble(row -> Math.max(0, row - 80))
                .toArray();
        ColumnSkew skew = FeatureSkew.between(table("old", numbers("x", old)), table("new", numbers("x", old)))
                .bins(4)
                .result()
                .column("x");
        assertEquals(List.of(new SkewBin("(-inf, inf)", 100, 100)), skew.bins());
        assertEquals(OptionalDouble.of(0), skew.psi());
        assertEquals(1, skew.test().orElseThrow().pValue());
    }

    /** Of a day in steps of a minute; in 32 bits neighbours are 128 seconds apart. */
    @Test
    void timesInSecondsAreComparedToTheSecond() {
        double[] old =
                IntStream.range(0, 1440).mapToDouble(row -> 1.7e9 + 60 * row).toArray();
        double[] later = DoubleStream.of(old).map(x -> x + 1).toArray();
        ColumnSkew skew = FeatureSkew.between(table("old", numbers("x", old)), table("new", numbers("x", later)))
                .bins(1440)
                .result()
                .column("x");
        assertEquals(1.0 / 1440, skew.ks().orElseThrow(), 1e-15);
        assertEquals("[1.70000006E9, 1.70000012E9)", skew.bins().get(1).values());
    }

    @Test
    void numbersIn32BitsAreThoseIn64() {
        double[] old =
                IntStream.range(0, 1000).mapToDouble(row -> row % 24 / 240.0).toArray();
        double[] served = DoubleStream.of(old).map(x -> (float) x).toArray();
        ColumnSkew skew = FeatureSkew.between(table("old", numbers("x", old)), table("new", numbers("x", served)))
                .result()
                .column("x");
        assertEquals(OptionalDouble.of(0), skew.psi());
        assertEquals(OptionalDouble.of(0), skew.ks());
        assertEquals("[0.008333334, 0.016666668)", skew.bins().get(1).values());
        assertEquals(23 / 240.0, skew.reference().orElseThrow().max());
    }

    @Test
    void categoriesThatTrainingNeverSawAreCounted() {
        ColumnSkew skew = FeatureSkew.between(
                        table("old", texts("to", "JFK", "LAX", "JFK", "SFO")),
                        table("new", texts("to", "JFK", "BOS", "n/a", "BOS", "MIA", "SEA")))
                .result()
                .column("to");
        assertEquals(5, skew.unseenRows());
        assertEquals(List.of("BOS", "n/a", "MIA"), skew.unseen());
        assertEquals(
                List.of(
                        new SkewBin("JFK", 2, 1),
                        new SkewBin("LAX", 1, 0),
                        new SkewBin("SFO", 1, 0),
                        new SkewBin("(unseen)", 0, 5)),
                skew.bins());
        assertEquals(OptionalDouble.empty(), skew.ks());
    }

    @Test
    void rareCategoriesAreCountedTogether() {
        String[] old = IntStream.range(0, 120).mapToObj(row -> "c" + row % 60).toArray(String[]::new);
        ColumnSkew skew = FeatureSkew.between(table("old", texts("c", old)), table("new", texts("c", old)))
                .result()
                .column("c");
        assertEquals(51, skew.bins().size());
        assertEquals(new SkewBin("(others)", 20, 20), skew.bins().get(50));
        assertEquals(OptionalDouble.of(0), skew.psi());
    }

    @Test
    void missingValuesHaveTheirOwnDifference() {
        ColumnSkew skew = FeatureSkew.between(
                        table("old", texts("c", "a", "a", "a", "a")), table("new", texts("c", "a", null, null, "a")))
                .result()
                .column("c");
        assertEquals(0, skew.missing().reference());
        assertEquals(2, skew.missing().data());
        assertEquals(0.5, skew.missing().difference());
        assertEquals(
                UnpairedProportions.newcombe(2, 4, 0, 4, 0.95), skew.missing().interval());
        assertTrue(skew.isLarge());
        assertFalse(skew.isSignificant(), "four rows prove nothing");
        assertEquals(OptionalDouble.of(0), skew.psi());
    }

    @Test
    void notANumberIsMissing() {
        ColumnSkew skew = FeatureSkew.between(
                        table("old", numbers("x", 1, 2, Double.NaN)), table("new", numbers("x", 1, 2, 2)))
                .result()
                .column("x");
        assertEquals(1, skew.missing().reference());
        assertEquals(
                OptionalDouble.of(1.0 / 6),
                OptionalDouble.of(Math.round(skew.ks().orElseThrow() * 6) / 6.0));
    }

    @Test
    void aColumnWithoutValuesDiffersInWhatIsMissing() {
        Column none = NumberColumn.wrap("x", new double[2], BitSet.valueOf(new long[] {3}));
        SkewResult skew = FeatureSkew.between(
                        table("old", numbers("x", 1, 2), texts("c", "a", "b")),
                        table("new", none, texts("c", null, null)))
                .result();
        for (ColumnSkew column : skew.columns()) {
            assertEquals(OptionalDouble.empty(), column.psi(), column.name());
            assertEquals(Optional.empty(), column.test(), column.name());
            assertEquals(1, column.missing().difference(), column.name());
            assertTrue(column.isLarge(), column.name());
        }
    }

    @Test
    void significantAndLargeAreTwoQuestions() {
        int many = 200_000;
        double[] old = IntStream.range(0, many).mapToDouble(row -> row % 1000).toArray();
        double[] nudged = DoubleStream.of(old).map(x -> x + 12).toArray();
        SkewResult certain = FeatureSkew.between(table("old", numbers("x", old)), table("new", numbers("x", nudged)))
                .result();
        assertTrue(certain.column("x").isSignificant());
        assertFalse(certain.column("x").isLarge());
        double[] few = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        double[] others = {1, 3, 5, 7, 9, 11, 12, 12, 12, 12, 13, 14};
        SkewResult chance = FeatureSkew.between(table("old", numbers("x", few)), table("new", numbers("x", others)))
                .result();
        assertFalse(chance.column("x").isSignificant());
        assertTrue(chance.column("x").isLarge());
        assertEquals(List.of(), chance.skewed());
        assertEquals(
                List.of("x"),
                FeatureSkew.between(table("old", numbers("x", old)), table("new", numbers("x", nudged)))
                        .thresholds(new SkewThresholds(0.01, 0.2, 0.01, 0.01))
                        .result()
                        .skewed()
                        .stream()
                        .map(ColumnSkew::name)
                        .toList());
    }

    @Test
    void whatIsCertainOfValuesIsNoEvidenceOfMissingOnes() {
        double[] old = IntStream.range(0, 300).mapToDouble(row -> row).toArray();
        double[] shifted = IntStream.range(0, 300).mapToDouble(row -> row + 60).toArray();
        Column gaps = NumberColumn.wrap("x", shifted, BitSet.valueOf(new long[] {0b111}));
        // The values differ for certain, but not by these thresholds; three rows of 300 are a point, and no proof.
        ColumnSkew skew = FeatureSkew.between(table("old", numbers("x", old)), table("new", gaps))
                .thresholds(new SkewThresholds(0.01, 5, 0.9, 0.01))
                .result()
                .column("x");
        assertTrue(skew.isSignificant() && skew.isLarge());
        assertFalse(skew.isSkewed());
    }

    @Test
    void pValuesArePaidForByHolm() {
        double[] old = IntStream.range(0, 300).mapToDouble(row -> row).toArray();
        double[] shifted = DoubleStream.of(old).map(x -> x + 40).toArray();
        Columns reference = table("old", numbers("a", old), numbers("b", old), numbers("c", old));
        Columns data = table("new", numbers("a", shifted), numbers("b", old), numbers("c", old));
        ColumnSkew alone =
                FeatureSkew.between(reference, data).columns("a").result().column("a");
        ColumnSkew among = FeatureSkew.between(reference, data).result().column("a");
        double pValue = alone.test().orElseThrow().pValue();
        assertEquals(pValue, alone.test().orElseThrow().adjusted());
        assertEquals(3 * pValue, among.test().orElseThrow().adjusted(), 1e-15);
    }

    @Test
    void columnsThatCannotBeComparedAreListed() {
        SkewResult skew = FeatureSkew.between(
                        table("old", numbers("x", 1), texts("code", "7"), numbers("gone", 1)),
                        table("new", integers("x", 1), integers("code", 7), numbers("fresh", 1)))
                .result();
        assertEquals(List.of("gone"), skew.onlyReference());
        assertEquals(List.of("fresh"), skew.onlyData());
        assertEquals(List.of(new TypeMismatch("code", "text", "numbers")), skew.otherTypes());
        assertEquals(List.of("x"), skew.columns().stream().map(ColumnSkew::name).toList());
    }

    @Test
    void nothingInCommonIsRefused() {
        assertBadData(
                "Of the 2 columns to compare, old.csv and new.csv share none of one type. Give both the same names and"
                        + " types.",
                () -> FeatureSkew.between(table("old.csv", numbers("x", 1)), table("new.csv", numbers("y", 1)))
                        .result());
        assertBadData(
                "Of the 1 columns to compare, old.csv and new.csv share none of one type. \"x\" holds numbers there and"
                        + " text here. Give both the same names and types.",
                () -> FeatureSkew.between(table("old.csv", numbers("x", 1)), table("new.csv", texts("x", "1")))
                        .result());
        assertBadData(
                "There is no row in old.csv. Give at least one on either side.",
                () -> FeatureSkew.between(table("old.csv", numbers("x")), table("new.csv", numbers("x", 1))));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        FeatureSkew skew = FeatureSkew.between(table("old", numbers("x", 1)), table("new", numbers("x", 1)));
        assertMisuse("bins must be at least 2, got 1", () -> skew.bins(1));
        assertMisuse("columns must name at least one, got none", skew::columns);
        assertMisuse("There is no column \"xx\" in old. Did you mean \"x\"? Columns: x.", () -> skew.columns("xx"));
        assertMisuse("alpha must be in (0, 1), got 0.0", () -> new SkewThresholds(0, 0.2, 0.1, 0.01));
        assertMisuse("psi must be above 0, got NaN", () -> new SkewThresholds(0.01, Double.NaN, 0.1, 0.01));
        assertMisuse("ks must be in (0, 1], got 1.1", () -> new SkewThresholds(0.01, 0.2, 1.1, 0.01));
        assertMisuse("missing must be in (0, 1], got 0.0", () -> new SkewThresholds(0.01, 0.2, 0.1, 0));
        assertMisuse("column \"y\" was not compared; this result holds [x]", () -> skew.result()
                .column("y"));
    }
}
