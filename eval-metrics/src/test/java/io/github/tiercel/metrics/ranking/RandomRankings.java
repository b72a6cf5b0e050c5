package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random rankings: 0 to 24 rows of up to 5 queries, not adjacent, with tied, infinite or zero scores, rare relevance,
 * and weights that are none, or one whole or fractional number a row.
 */
public final class RandomRankings {

    private static final Arbitrary<Double> FEW_LEVELS =
            Arbitraries.integers().between(0, 3).map(level -> level / 4.0);
    private static final Arbitrary<Double> MANY_LEVELS =
            Arbitraries.integers().between(-500, 500).map(level -> level / 8.0);
    private static final Arbitrary<Double> EXTREMES = Arbitraries.of(
            Double.NEGATIVE_INFINITY, -1e200, -0.0, 0.0, Double.MIN_VALUE, 1e200, Double.POSITIVE_INFINITY);

    private static final Arbitrary<Double> GRADES =
            Arbitraries.integers().between(0, 4).map(Integer::doubleValue);
    private static final Arbitrary<Double> RARE = Arbitraries.of(0.0, 0.0, 0.0, 0.0, 1.0);
    private static final Arbitrary<Double> ODD = Arbitraries.of(0.0, Double.MIN_VALUE, 0.5, 999.0, 2000.0, 1e308);

    private static final Arbitrary<Double> NONE = Arbitraries.just(1.0);
    private static final Arbitrary<Double> WHOLE =
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue);
    private static final Arbitrary<Double> FRACTIONAL =
            Arbitraries.integers().between(10, 1000).map(hundredth -> hundredth / 100.0);

    private RandomRankings() {}

    public static Arbitrary<RankingPredictions> any() {
        return Combinators.combine(
                        Arbitraries.of(List.of(FEW_LEVELS, MANY_LEVELS, EXTREMES)),
                        Arbitraries.of(List.of(GRADES, RARE, ODD)),
                        Arbitraries.of(List.of(NONE, WHOLE, FRACTIONAL)))
                .flatAs(RandomRankings::rows)
                .withoutEdgeCases();
    }

    private static Arbitrary<RankingPredictions> rows(
            Arbitrary<Double> score, Arbitrary<Double> relevance, Arbitrary<Double> weight) {
        return Combinators.combine(Arbitraries.of(0, 1, 2, 7, Integer.MAX_VALUE), relevance, score, weight)
                .as(Row::new)
                .list()
                .ofMaxSize(24)
                .map(RandomRankings::predictions);
    }

    private static RankingPredictions predictions(List<Row> rows) {
        return RankingPredictions.of(
                        rows.stream().mapToInt(Row::query).toArray(),
                        rows.stream().mapToDouble(Row::relevance).toArray(),
                        rows.stream().mapToDouble(Row::score).toArray())
                .withWeights(rows.stream().mapToDouble(Row::weight).toArray());
    }

    private record Row(int query, double relevance, double score, double weight) {}
}
