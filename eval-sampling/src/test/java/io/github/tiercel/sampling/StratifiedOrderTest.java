package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedOrderTest {

    static List<ReferenceCase> referenceCases() {
        return ReferenceCase.all();
    }

    @Test
    void thereAreTenReferenceCases() {
        assertEquals(10, referenceCases().size());
    }

    @ParameterizedTest
    @MethodSource("referenceCases")
    void permutationEqualsTheReference(ReferenceCase reference) throws NoSuchAlgorithmException {
        StratifiedOrder order = order(reference);
        int[] expected = reference.permutation();
        assertArrayEquals(expected, order.rows(expected.length));
        assertEquals(reference.sha256(), sha256(order.rows(order.size())));
    }

    @ParameterizedTest
    @MethodSource("referenceCases")
    void sampledSizesEqualTheReference(ReferenceCase reference) {
        StratifiedOrder order = order(reference);
        int[] sizes = reference.sizes();
        for (int step = 0; step < sizes.length; step++) {
            assertArrayEquals(reference.sampledSizes(step), order.sampledSizes(sizes[step]));
        }
    }

    @ParameterizedTest
    @MethodSource("referenceCases")
    void weightsEqualTheReferenceToTheLastBit(ReferenceCase reference) {
        StratifiedOrder order = order(reference);
        int[] sizes = reference.sizes();
        for (int step = 0; step < sizes.length; step++) {
            double[] expected = reference.weights(step);
            for (int h = 0; h < expected.length; h++) {
                if (!Double.isNaN(expected[h])) {
                    assertEquals(expected[h], order.weight(h, sizes[step]));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("referenceCases")
    void slotsFollowTheStratumWeightsOfTheReference(ReferenceCase reference) {
        double[] weights = reference.stratumWeights();
        Interleaving interleaving = reference.strata().interleaving();
        for (int h = 0; h < weights.length; h++) {
            assertEquals(2.5 / weights[h], interleaving.slot(h, 2));
        }
    }

    @Test
    void documentedExampleHoldsTogether() {
        Strata strata = Strata.ofClasses(new int[] {0, 1, 0, 0, 0, 0, 1, 0}, List.of("ham", "spam"));
        StratifiedOrder order = StratifiedOrder.of(RowKey.positions(8), strata, 42);
        assertSame(strata, order.strata());
        assertEquals(8, order.size());
        assertEquals(4, order.smallestSample());
        assertArrayEquals(new int[] {2, 2}, order.sampledSizes(4));
        assertEquals(3.0, order.weight(0, 4));
        assertEquals(1.0, order.weight(1, 4));
        assertEquals(order.row(3), order.rows(4)[3]);
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        long[] keys = RowKey.positions(100);
        int[] first = StratifiedOrder.of(keys, Strata.single(100), 1).rows(100);
        int[] second = StratifiedOrder.of(keys, Strata.single(100), 2).rows(100);
        assertFalse(Arrays.equals(first, second));
    }

    @Test
    void userSeedIsNotTheOrderSeed() {
        long[] keys = RowKey.positions(100);
        Strata strata = Strata.single(100);
        int[] rows = StratifiedOrder.of(keys, strata, 7).rows(100);
        assertFalse(Arrays.equals(StratifiedOrder.ofOrderSeed(keys, strata, 7).rows(100), rows));
        assertArrayEquals(
                StratifiedOrder.ofOrderSeed(keys, strata, SplitMix.mix(7 + 0x6F72646572L))
                        .rows(100),
                rows);
    }

    @Test
    void noRowsHaveAnOrderAndAnEmptySample() {
        Strata strata = Strata.ofClasses(new int[0], List.of("a", "b"));
        StratifiedOrder order = StratifiedOrder.of(new long[0], strata, 42);
        assertEquals(0, order.smallestSample());
        assertEquals(0, order.sample(0).size());
        assertEquals(0, order.rows(0).length);
    }

    @Test
    void oneRowIsItsOwnSample() {
        StratifiedOrder order = StratifiedOrder.of(new long[] {5}, Strata.single(1), 42);
        assertEquals(1, order.smallestSample());
        assertEquals(1.0, order.sample(1).weight(0));
    }

    /**
     * 4000 samples of 40 of 200 rows: the mean of the estimated totals lies within 5 standard errors of the total. The
     * seeds are fixed; over random seeds the false-alarm rate would be 6e-7.
     */
    @Test
    void estimatedTotalsAreUnbiased() {
        int[] classOfRow = new int[200];
        Arrays.setAll(classOfRow, row -> row % 20 == 0 ? 1 : 0);
        Strata strata = Strata.ofClasses(classOfRow, List.of("common", "rare"));
        long[] keys = RowKey.positions(200);
        double[] totals = new double[4000];
        Arrays.setAll(
                totals, seed -> total(StratifiedOrder.of(keys, strata, seed).sample(40)));
        double mean = Arrays.stream(totals).average().orElseThrow();
        double variance =
                Arrays.stream(totals).map(t -> (t - mean) * (t - mean)).sum() / (totals.length - 1);
        assertEquals(199 * 200 / 2, mean, 5 * Math.sqrt(variance / totals.length));
    }

    private static double total(Sample sample) {
        double total = 0;
        for (int i = 0; i < sample.size(); i++) {
            total += sample.weight(i) * sample.row(i);
        }
        return total;
    }

    @Test
    void rowsMustMatchStrata() {
        Strata strata = Strata.single(9);
        assertMessage("rowKeys has 10 rows but strata has 9", () -> StratifiedOrder.of(new long[10], strata, 42));
    }

    @Test
    void sizesAndPositionsMustBeInRange() {
        StratifiedOrder order = StratifiedOrder.of(RowKey.positions(20), Strata.single(20), 42);
        assertMessage("m must be in [0, 20], got 21", () -> order.rows(21));
        assertMessage("m must be in [0, 20], got -1", () -> order.sampledSizes(-1));
        assertMessage("m must be in [2, 20], got 1", () -> order.sample(1));
        assertMessage("m must be in [2, 20], got 21", () -> order.sample(21));
        assertMessage("position must be in [0, 20), got 20", () -> order.row(20));
        assertMessage("stratum must be in [0, 1), got 1", () -> order.weight(1, 5));
        assertMessage("stratum must have a row among the first m, got stratum 0 and m 0", () -> order.weight(0, 0));
    }

    @Test
    void returnedRowsAreCopies() {
        StratifiedOrder order = StratifiedOrder.of(RowKey.positions(20), Strata.single(20), 42);
        int first = order.row(0);
        Arrays.fill(order.rows(20), -1);
        assertEquals(first, order.row(0));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static StratifiedOrder order(ReferenceCase reference) {
        return StratifiedOrder.ofOrderSeed(reference.rowKeys(), reference.strata(), reference.orderSeed());
    }

    private static String sha256(int[] rows) throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * rows.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int row : rows) {
            bytes.putLong(row);
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        return HexFormat.of().formatHex(digest);
    }
}
