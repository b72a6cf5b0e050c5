package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GroupedOrderProperties {

    private static final double ROUNDING = 1e-10;

    @Provide
    Arbitrary<int[]> groupOfRows() {
        return Arbitraries.integers().between(0, 40).array(int[].class).ofMaxSize(150);
    }

    @Property(seed = "42", tries = 500)
    void orderIsAPermutation(@ForAll("groupOfRows") int[] groups, @ForAll boolean clusters, @ForAll long seed) {
        int[] rows = order(groups, clusters, seed).rows(groups.length);
        Arrays.sort(rows);
        assertArrayEquals(IntStream.range(0, rows.length).toArray(), rows);
    }

    @Property(seed = "42", tries = 500)
    void groupsAreNeverParted(@ForAll("groupOfRows") int[] groups, @ForAll boolean clusters, @ForAll long seed) {
        GroupedOrder order = order(groups, clusters, seed);
        for (int m = order.smallestSample(); m <= order.size(); m++) {
            Sample sample = order.sample(m);
            long[] sampled =
                    Arrays.stream(sample.rows()).mapToLong(row -> groups[row]).toArray();
            assertEquals(sample.groups(), Arrays.stream(sampled).distinct().count());
            long[] whole = Arrays.stream(groups)
                    .asLongStream()
                    .filter(group -> Arrays.stream(sampled).anyMatch(other -> other == group))
                    .toArray();
            assertEquals(whole.length, sample.size());
        }
    }

    @Property(seed = "42", tries = 500)
    void sampleIsTheLargestPrefixThatFits(
            @ForAll("groupOfRows") int[] groups, @ForAll boolean clusters, @ForAll long seed) {
        GroupedOrder order = order(groups, clusters, seed);
        for (int m = 0; m < order.size(); m++) {
            int[] rows = order.rows(m);
            int next = groups[order.row(rows.length)];
            long larger = rows.length
                    + Arrays.stream(groups).filter(group -> group == next).count();
            assertTrue(rows.length <= m && larger > m);
            assertArrayEquals(rows, Arrays.copyOf(order.rows(order.size()), rows.length));
        }
    }

    @Property(seed = "42", tries = 500)
    void weightsOfGroupsSumToAllGroups(
            @ForAll("groupOfRows") int[] groups, @ForAll boolean clusters, @ForAll long seed) {
        GroupedOrder order = order(groups, clusters, seed);
        for (int m = order.smallestSample(); m <= order.size(); m++) {
            Sample sample = order.sample(m);
            double[] weightOfGroup = new double[sample.groups()];
            for (int i = 0; i < sample.size(); i++) {
                weightOfGroup[sample.group(i)] = sample.weight(i);
            }
            assertEquals(order.groups(), Arrays.stream(weightOfGroup).sum(), ROUNDING);
        }
    }

    @Property(seed = "42", tries = 500)
    void fullSampleWeighsExactlyOne(@ForAll("groupOfRows") int[] groups, @ForAll boolean clusters, @ForAll long seed) {
        GroupedOrder order = order(groups, clusters, seed);
        Sample full = order.sample(order.size());
        assertTrue(full.isFull());
        assertTrue(Arrays.stream(full.weights()).allMatch(weight -> weight == 1.0));
    }

    @Property(seed = "42", tries = 500)
    void orderOfTheSourceDoesNotMoveGroups(
            @ForAll("groupOfRows") int[] groups, @ForAll boolean clusters, @ForAll long seed) {
        int[] sorted = groups.clone();
        Arrays.sort(sorted);
        assertArrayEquals(
                inOrder(groups, order(groups, clusters, seed)), inOrder(sorted, order(sorted, clusters, seed)));
    }

    @Property(seed = "42", tries = 500)
    void groupsOfOneRowAreOrderedAsRows(@ForAll @IntRange(max = 200) int rows, @ForAll long seed) {
        long[] keys = RowKey.positions(rows);
        int[] expected = StratifiedOrder.of(keys, Strata.single(rows), seed).rows(rows);
        assertArrayEquals(expected, GroupedOrder.of(keys, seed).rows(rows));
        assertArrayEquals(expected, GroupedOrder.ofClusters(keys, seed).rows(rows));
    }

    private static int[] inOrder(int[] groups, GroupedOrder order) {
        return Arrays.stream(order.rows(groups.length)).map(row -> groups[row]).toArray();
    }

    private static GroupedOrder order(int[] groups, boolean clusters, long seed) {
        long[] keys = Arrays.stream(groups).asLongStream().toArray();
        return clusters ? GroupedOrder.ofClusters(keys, seed) : GroupedOrder.of(keys, seed);
    }
}
