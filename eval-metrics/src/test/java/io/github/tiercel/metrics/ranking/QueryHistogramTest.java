package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryHistogramTest {

    /** The first relevant row at ranks 1, 2 and never. */
    private static final RankingPredictions THREE = RankingPredictions.of(
            new int[] {0, 0, 1, 1, 2, 2},
            new double[] {1, 0, 0, 1, 0, 0},
            new double[] {2, 1, 2, 1, 2, 1},
            new double[] {1, 1, 2.5, 2.5, 4, 4});

    @Test
    void queriesThatCountAreInTheBinOfTheirValue() {
        List<Double> weights =
                QueryHistogram.of(RankingMetrics.MRR.perQuery(THREE)).weights();
        assertEquals(20, weights.size());
        assertEquals(1, weights.get(19));
        assertEquals(2.5, weights.get(10));
        assertEquals(3.5, weights.stream().mapToDouble(weight -> weight).sum());
    }

    @Test
    void queriesWithoutARelevantRowAreWhereTheRulePutsThem() {
        Counting zero = new Counting(WithoutRelevant.ZERO, Ties.AVERAGED);
        assertEquals(
                4,
                QueryHistogram.of(new MeanReciprocalRank(zero).perQuery(THREE))
                        .weights()
                        .get(0));
    }

    @Test
    void valuesAreShares() {
        QueryValues dcg =
                RankingMetrics.DCG_10.perQuery(RankingPredictions.of(new int[1], new double[] {3}, new double[] {1}));
        assertEquals(
                "values of queries must be in [0, 1], got 3.0",
                assertThrows(IllegalArgumentException.class, () -> QueryHistogram.of(dcg))
                        .getMessage());
        assertEquals(
                "weights must be those of at least one bin, got none",
                assertThrows(IllegalArgumentException.class, () -> new QueryHistogram(List.of()))
                        .getMessage());
    }
}
