package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.RankingPredictions;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of what is drawn of queries. */
class RankingPanelsProperties {

    private static final double TOLERANCE = 1e-9;

    @Provide
    Arbitrary<RankingPredictions> predictions() {
        return RandomRankings.any();
    }

    @Property(seed = "42")
    void everyQueryIsSomewhere(@ForAll("predictions") RankingPredictions predictions, @ForAll Ties ties) {
        FirstRelevant first = FirstRelevant.of(predictions, ties);
        assertEquals(weight(predictions, WithoutRelevant.ZERO), found(first) + first.never(), TOLERANCE);
        assertEquals(weight(predictions, WithoutRelevant.SKIP), found(first), TOLERANCE);
        assertTrue(first.weights().stream().allMatch(weight -> weight >= 0));
    }

    @Property(seed = "42")
    void meanReciprocalRankFollows(@ForAll("predictions") RankingPredictions predictions, @ForAll Ties ties) {
        FirstRelevant first = FirstRelevant.of(predictions, ties);
        Assume.that(first.later() == 0 && found(first) > 0);
        double sum = 0;
        for (int rank = 1; rank <= first.weights().size(); rank++) {
            sum += first.weights().get(rank - 1) / rank;
        }
        MeanReciprocalRank mrr = new MeanReciprocalRank(new Counting(WithoutRelevant.SKIP, ties));
        assertEquals(mrr.value(predictions).orNaN(), sum / found(first), TOLERANCE);
    }

    @Property(seed = "42")
    void barsHoldTheQueriesThatCount(
            @ForAll("predictions") RankingPredictions predictions, @ForAll WithoutRelevant rule) {
        QueryValues values = new MeanReciprocalRank(new Counting(rule, Ties.AVERAGED)).perQuery(predictions);
        double sum = QueryHistogram.of(values).weights().stream()
                .mapToDouble(weight -> weight)
                .sum();
        assertEquals(values.countedWeight(), sum, TOLERANCE);
    }

    private static double found(FirstRelevant first) {
        return first.weights().stream().mapToDouble(weight -> weight).sum() + first.later();
    }

    private static double weight(RankingPredictions predictions, WithoutRelevant rule) {
        return new MeanReciprocalRank(new Counting(rule, Ties.AVERAGED))
                .perQuery(predictions)
                .countedWeight();
    }
}
