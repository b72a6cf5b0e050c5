package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GroupedOrderTest {

    /** Three groups of 3, 2 and 1 rows, mixed up. */
    private static final long[] KEYS = {9, 7, 9, 8, 7, 9};

    @Test
    void rowsOfAGroupFollowOneAnotherBySourceRow() {
        GroupedOrder order = GroupedOrder.of(KEYS, 42);
        assertEquals(6, order.size());
        assertEquals(3, order.groups());
        int[] groupOrder =
                StratifiedOrder.of(new long[] {7, 8, 9}, Strata.single(3), 42).rows(3);
        int[][] rowsOfGroup = {{1, 4}, {3}, {0, 2, 5}};
        int[] expected = Arrays.stream(groupOrder)
                .flatMap(group -> Arrays.stream(rowsOfGroup[group]))
                .toArray();
        assertArrayEquals(expected, order.rows(6));
        assertEquals(expected[4], order.row(4));
    }

    @Test
    void onlyWholeGroupsFit() {
        GroupedOrder order = GroupedOrder.of(new long[] {1, 1, 1, 2, 2, 2, 3, 3, 3}, 42);
        assertEquals(0, order.groups(2));
        assertEquals(1, order.groups(3));
        assertEquals(1, order.groups(5));
        assertEquals(3, order.groups(9));
        assertEquals(3, order.rows(5).length);
        assertEquals(0, order.rows(2).length);
    }

    @Test
    void sampleWeighsGroups() {
        GroupedOrder order = GroupedOrder.of(new long[] {1, 1, 1, 2, 2, 2, 3, 3, 3}, 42);
        assertEquals(6, order.smallestSample());
        Sample sample = order.sample(8);
        assertEquals(6, sample.size());
        assertEquals(9, sample.fullRows());
        assertEquals(2, sample.groups());
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, sample.groupOfRows());
        assertArrayEquals(new int[] {2}, sample.sampledSizes());
        assertArrayEquals(new int[] {3}, sample.stratumSizes());
        assertEquals(1.5, sample.weight(4));
        assertEquals(1.0, order.sample(9).weight(4));
    }

    @Test
    void sampledSizesCountWholeGroups() {
        GroupedOrder order = GroupedOrder.ofClusters(new long[] {1, 2, 2, 3, 3, 3, 4, 4, 4, 4}, 42);
        for (int m = order.smallestSample(); m <= order.size(); m++) {
            assertArrayEquals(order.sample(m).sampledSizes(), order.sampledSizes(m));
        }
        assertArrayEquals(new int[] {0, 0, 0}, order.sampledSizes(0));
    }

    @Test
    void clustersAreStratifiedByTheLogarithmOfTheirSize() {
        // Groups 1, 2, 3 and 4 have as many rows as their key says.
        GroupedOrder order = GroupedOrder.ofClusters(new long[] {1, 2, 2, 3, 3, 3, 4, 4, 4, 4}, 42);
        Strata strata = order.groupStrata();
        assertArrayEquals(new int[] {1, 2, 1}, strata.sizes());
        assertEquals("1 row", strata.name(0));
        assertEquals("2 to 3 rows", strata.name(1));
        assertEquals("4 to 7 rows", strata.name(2));
        assertArrayEquals(
                new int[] {0, 1, 1, 2},
                IntStream.range(0, 4).map(strata::stratum).toArray());
    }

    @Test
    void largeClustersAreDrawnMoreOften() {
        // 900 groups of one row and 100 of 16 rows: rates 1 to 4, so 9 small groups for 4 large ones.
        long[] keys = IntStream.range(0, 2500)
                .mapToLong(row -> row < 900 ? row : 900 + (row - 900) / 16)
                .toArray();
        GroupedOrder order = GroupedOrder.ofClusters(keys, 42);
        Sample sample = order.sample(9 * 10 + 4 * 10 * 16);
        int[] drawn = sample.sampledSizes();
        assertEquals(90, drawn[0], 1);
        assertEquals(40, drawn[1], 1);
    }

    /**
     * 2000 samples of about 60 of 300 rows: the mean of the estimated totals lies within 5 standard errors of the
     * total. The seeds are fixed; over random seeds the false-alarm rate would be 6e-7. Groups have equal sizes, so
     * that the end of the prefix does not depend on which ones were drawn.
     */
    @Test
    void estimatedTotalsOverGroupsOfEqualSizeAreUnbiased() {
        long[] keys = IntStream.range(0, 300).mapToLong(row -> row / 3).toArray();
        double[] totals = new double[2000];
        Arrays.setAll(totals, seed -> total(GroupedOrder.of(keys, seed).sample(60)));
        double mean = Arrays.stream(totals).average().orElseThrow();
        double variance =
                Arrays.stream(totals).map(t -> (t - mean) * (t - mean)).sum() / (totals.length - 1);
        assertEquals(299 * 300 / 2, mean, 5 * Math.sqrt(variance / totals.length));
    }

    private static double total(Sample sample) {
        double total = 0;
        for (int i = 0; i < sample.size(); i++) {
            total += sample.weight(i) * sample.row(i);
        }
        return total;
    }

    @Test
    void noRowsHaveNoGroups() {
        GroupedOrder order = GroupedOrder.ofClusters(new long[0], 42);
        assertEquals(0, order.groups());
        assertEquals(0, order.smallestSample());
        assertEquals(0, order.sample(0).groups());
    }

    @Test
    void sizesAndPositionsMustBeInRange() {
        GroupedOrder order = GroupedOrder.of(new long[] {1, 1, 1, 2, 2, 2, 3, 3, 3}, 42);
        assertMessage("m must be in [6, 9], got 5", () -> order.sample(5));
        assertMessage("m must be in [6, 9], got 10", () -> order.sample(10));
        assertMessage("m must be in [0, 9], got 10", () -> order.rows(10));
        assertMessage("m must be in [0, 9], got -1", () -> order.groups(-1));
        assertMessage("position must be in [0, 9), got 9", () -> order.row(9));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
