package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstRelevantTest {

    @Test
    void queriesAreCountedByTheirFirstRelevantRow() {
        FirstRelevant first = FirstRelevant.of(
                RankingPredictions.of(
                        new int[] {0, 0, 0, 1, 1, 2, 2},
                        new double[] {0, 1, 1, 2, 0, 0, 0},
                        new double[] {3, 2, 1, 5, 4, 2, 1}),
                Ties.AVERAGED);
        assertEquals(1, first.weights().get(0));
        assertEquals(1, first.weights().get(1));
        assertEquals(0, first.weights().get(2));
        assertEquals(0, first.later());
        assertEquals(1, first.never());
    }

    @Test
    void tiedRowsShareTheRanksTheyCanHave() {
        RankingPredictions predictions = RankingPredictions.of(
                new int[] {0, 0, 0, 0}, new double[] {1, 0, 0, 0}, new double[] {1, 1, 1, 2}, new double[] {3, 3, 3, 3
                });
        assertEquals(
                List.of(0.0, 1.0, 1.0, 1.0),
                FirstRelevant.of(predictions, Ties.AVERAGED).weights().subList(0, 4));
        assertEquals(
                List.of(0.0, 3.0, 0.0, 0.0),
                FirstRelevant.of(predictions, Ties.BY_ROW).weights().subList(0, 4));
    }

    @Test
    void ranksBeyondTheTenthAreOne() {
        double[] scores = IntStream.range(0, 12).mapToDouble(i -> -i).toArray();
        double[] relevance = new double[12];
        relevance[10] = 1;
        FirstRelevant first = FirstRelevant.of(RankingPredictions.of(new int[12], relevance, scores), Ties.AVERAGED);
        assertEquals(1, first.later());
        relevance[9] = 1;
        FirstRelevant tenth = FirstRelevant.of(RankingPredictions.of(new int[12], relevance, scores), Ties.AVERAGED);
        assertEquals(0, tenth.later());
        assertEquals(1, tenth.weights().get(9));
    }

    @Test
    void aRankThereMustBe() {
        assertEquals(
                "weights must be those of at least one rank, got none",
                assertThrows(IllegalArgumentException.class, () -> new FirstRelevant(List.of(), 0, 0))
                        .getMessage());
    }
}
