package io.github.tiercel.serving;

import static io.github.tiercel.serving.SkewTables.numbers;
import static io.github.tiercel.serving.SkewTables.table;
import static io.github.tiercel.serving.SkewTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.SkewBin;
import io.github.tiercel.result.SkewResult;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeatureSkewProperties {

    /** Some with many ties and few values, some with many. */
    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.of(3, 12, 1000).flatMap(most -> Arbitraries.integers()
                .between(-most, most)
                .map(n -> n / 4.0)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(60));
    }

    private static String[] letters(double[] values) {
        return DoubleStream.of(values).mapToObj(value -> "v" + value).toArray(String[]::new);
    }

    private static SkewResult skew(double[] reference, double[] data) {
        return FeatureSkew.between(
                        table("old", numbers("x", reference), texts("c", letters(reference))),
                        table("new", numbers("x", data), texts("c", letters(data))))
                .result();
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> values[values.length - 1 - row])
                .toArray();
    }

    @Property(seed = "20261129", tries = 300)
    void aSetDoesNotDifferFromItself(@ForAll("values") double[] values) {
        for (ColumnSkew column : skew(values, reversed(values)).columns()) {
            assertEquals(0, column.psi().orElseThrow());
            assertEquals(0, column.ks().orElse(0));
            assertEquals(1, column.test().orElseThrow().pValue(), 1e-9);
            assertEquals(0, column.unseenRows());
            assertTrue(!column.isSignificant() && !column.isLarge());
        }
    }

    @Property(seed = "20261129", tries = 300)
    void figuresAreInTheirRanges(@ForAll("values") double[] reference, @ForAll("values") double[] data) {
        for (ColumnSkew column : skew(reference, data).columns()) {
            assertTrue(column.psi().orElseThrow() >= 0);
            assertTrue(column.ks().orElse(0) >= 0 && column.ks().orElse(0) <= 1);
            double pValue = column.test().orElseThrow().pValue();
            assertTrue(pValue >= 0 && pValue <= 1, () -> "p " + pValue);
            assertTrue(column.test().orElseThrow().adjusted() >= pValue);
            assertEquals(
                    reference.length,
                    column.bins().stream().mapToInt(SkewBin::reference).sum());
            assertEquals(
                    data.length, column.bins().stream().mapToInt(SkewBin::data).sum());
        }
    }

    @Property(seed = "20261129", tries = 300)
    void theDistanceHasNoDirection(@ForAll("values") double[] reference, @ForAll("values") double[] data) {
        ColumnSkew there = skew(reference, data).column("x");
        ColumnSkew back = skew(data, reference).column("x");
        assertEquals(there.ks(), back.ks());
    }

    @Property(seed = "20261129", tries = 300)
    void theOrderOfRowsChangesNothing(@ForAll("values") double[] reference, @ForAll("values") double[] data) {
        ColumnSkew plain = skew(reference, data).column("x");
        assertEquals(plain, skew(reversed(reference), reversed(data)).column("x"));
        ColumnSkew text = skew(reference, data).column("c");
        ColumnSkew turned = skew(reversed(reference), reversed(data)).column("c");
        assertEquals(text.bins(), turned.bins());
        assertEquals(text.unseenRows(), turned.unseenRows());
    }

    /** The definition, written out over all values. */
    @Property(seed = "20261129", tries = 300)
    void theDistanceIsTheLargestOverAllValues(@ForAll("values") double[] reference, @ForAll("values") double[] data) {
        double largest = DoubleStream.concat(DoubleStream.of(reference), DoubleStream.of(data))
                .map(value -> Math.abs(share(reference, value) - share(data, value)))
                .max()
                .orElseThrow();
        assertEquals(largest, skew(reference, data).column("x").ks().orElseThrow());
    }

    private static double share(double[] values, double most) {
        return (double) DoubleStream.of(values).filter(value -> value <= most).count() / values.length;
    }

    @Property(seed = "20261129", tries = 300)
    void anIncreasingMapOfNumbersChangesNoRank(@ForAll("values") double[] reference, @ForAll("values") double[] data) {
        ColumnSkew plain = skew(reference, data).column("x");
        ColumnSkew mapped = skew(
                        DoubleStream.of(reference).map(x -> x * x * x).toArray(),
                        DoubleStream.of(data).map(x -> x * x * x).toArray())
                .column("x");
        assertEquals(plain.ks(), mapped.ks());
        assertEquals(plain.psi(), mapped.psi());
        assertEquals(plain.test(), mapped.test());
    }
}
