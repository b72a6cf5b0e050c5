package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertBadData;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.resample.PoissonWeights;
import io.github.tiercel.sampling.KeySplit;
import io.github.tiercel.sampling.RowOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HoldoutSplitTest {

    private static final int ROWS = 40_000;

    /** A correlation of independent numbers has standard deviation 1/sqrt(rows); five are allowed. */
    private static final double MOST = 5 / Math.sqrt(ROWS);

    private final long[] ids = LongStream.range(0, ROWS).map(row -> 3 * row + 1).toArray();

    private final EvaluationSet set = EvaluationSet.binary(labels()).ids(ids).build();

    private final double[] selected = selected(HoldoutSplit.of(set));

    @Test
    void partsHaveNothingToDoWithTheOrderOfSamples() {
        RowOrder order = set.order();
        double[] positions = new double[ROWS];
        for (int position = 0; position < ROWS; position++) {
            positions[order.row(position)] = position;
        }
        assertUncorrelated(positions);
        for (int sample : new int[] {1024, 4096, 16_384}) {
            double[] sampled = new double[ROWS];
            Arrays.stream(order.sample(sample).rows()).forEach(row -> sampled[row] = 1);
            assertUncorrelated(sampled);
        }
    }

    /** With the seed of the bootstrap, every row of one part would have a small weight in the first replicates. */
    @Test
    void partsHaveNothingToDoWithBootstrapWeights() {
        PoissonWeights weights = PoissonWeights.of(set.seed());
        for (int replicate = 0; replicate < 6; replicate++) {
            int drawn = replicate;
            assertUncorrelated(Arrays.stream(ids)
                    .mapToDouble(id -> weights.weight(id, drawn))
                    .toArray());
        }
    }

    @Test
    void partsHaveNothingToDoWithLabels() {
        assertUncorrelated(IntStream.range(0, ROWS).mapToDouble(set::label).toArray());
    }

    /** One seed, two shares: what the checks above are there to rule out shows in them. */
    @Test
    void aCommonSeedShowsInTheCorrelation() {
        assertTrue(correlation(selected, selected(HoldoutSplit.of(set, 0.4))) > 0.5);
    }

    @Test
    void labelsDoNotMoveRows() {
        boolean[] others = labels();
        Arrays.fill(others, 0, 100, true);
        assertEquals(
                Arrays.toString(HoldoutSplit.of(set).selectRows()),
                Arrays.toString(HoldoutSplit.of(set.withLabels(others)).selectRows()));
    }

    @Test
    void withoutIdsPositionsDecideAndRowsAddedAtTheEndMoveNone() {
        int[] few =
                HoldoutSplit.of(EvaluationSet.binary(new boolean[500]).build()).selectRows();
        int[] more =
                HoldoutSplit.of(EvaluationSet.binary(new boolean[900]).build()).selectRows();
        assertEquals(
                Arrays.toString(few),
                Arrays.toString(Arrays.stream(more).filter(row -> row < 500).toArray()));
    }

    @Test
    void queriesOfAPartAreNumberedAnew() {
        long[] queries = LongStream.range(0, 300).map(row -> 1000 - row / 10).toArray();
        EvaluationSet ranking = EvaluationSet.ranking(new double[300], queries)
                .slice(
                        "third",
                        IntStream.range(0, 300).mapToObj(row -> "" + row / 100).toList())
                .build();
        HoldoutSplit split = HoldoutSplit.of(ranking);
        assertEquals(300, split.select().rows() + split.confirm().rows());
        assertEquals(0, split.confirm().rows() % 10);
        assertTrue(split.confirm().design().isClustered());
    }

    @Test
    void aPartWithoutRowsIsRefused() {
        EvaluationSet one =
                EvaluationSet.binary(new boolean[40]).clusters(new long[40]).build();
        String part = emptyPart(one);
        assertBadData(
                "The part of the rows given to " + part + " would have none of its 40 rows at a share of 0.5 to select"
                        + " by. Give more rows, or another share; rows of one cluster or query are never parted.",
                () -> HoldoutSplit.of(one));
    }

    private static String emptyPart(EvaluationSet oneCluster) {
        return KeySplit.of(oneCluster.seed(), 0.5).isFirst(0) ? "confirm" : "select";
    }

    private void assertUncorrelated(double[] numbers) {
        double found = correlation(selected, numbers);
        assertTrue(Math.abs(found) < MOST, () -> "correlation " + found);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int row = 0; row < a.length; row++) {
            ab += (a[row] - meanA) * (b[row] - meanB);
            aa += (a[row] - meanA) * (a[row] - meanA);
            bb += (b[row] - meanB) * (b[row] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] selected(HoldoutSplit split) {
        double[] selected = new double[ROWS];
        Arrays.stream(split.selectRows()).forEach(row -> selected[row] = 1);
        return selected;
    }

    private static boolean[] labels() {
        Random random = new Random(11);
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextInt(20) == 0;
        }
        return labels;
    }
}
