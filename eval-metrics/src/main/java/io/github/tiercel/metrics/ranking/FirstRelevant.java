package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.RankingPredictions;
import java.util.Arrays;
import java.util.List;

/**
 * How far down a reader has to go: the weight of queries by the rank of their first relevant row. Where rows are tied,
 * a query is spread over the ranks that the first relevant one can have, by the chance of each. Immutable.
 *
 * <pre>{@code
 * double atTheTop = FirstRelevant.of(predictions, Ties.AVERAGED).weights().get(0);
 * }</pre>
 *
 * @param weights the weight of the queries whose first relevant row stands at each rank, from the first; at least one
 *     rank
 * @param later the weight of those where it stands further down
 * @param never the weight of those without a relevant row
 * @since 0.1
 */
public record FirstRelevant(List<Double> weights, double later, double never) {

    private static final int RANKS = 10;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no rank
     */
    public FirstRelevant {
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must be those of at least one rank, got none");
        }
    }

    /**
     * {@return the weights at the first ten ranks and below; O(n) after the sort that all metrics share}
     *
     * @param predictions relevance, scores and weights
     * @param ties what rows of equal score count
     */
    public static FirstRelevant of(RankingPredictions predictions, Ties ties) {
        Queries queries = Queries.of(predictions);
        CompensatedSum[] sums = new CompensatedSum[RANKS + 2];
        Arrays.setAll(sums, place -> new CompensatedSum());
        for (int q = 0; q < queries.size(); q++) {
            RankedQuery query = queries.ranked(q, ties);
            double weight = queries.weight(q);
            if (query.relevant() == 0) {
                sums[RANKS + 1].add(weight);
            } else {
                add(query, weight, sums);
            }
        }
        List<Double> atRanks =
                Arrays.stream(sums, 0, RANKS).map(CompensatedSum::value).toList();
        return new FirstRelevant(atRanks, sums[RANKS].value(), sums[RANKS + 1].value());
    }

    /** Rows of the first group with a relevant one may stand in any order. */
    private static void add(RankedQuery query, double weight, CompensatedSum[] sums) {
        int g = 0;
        while (query.relevantIn(g) == 0) {
            g++;
        }
        double noneYet = weight;
        for (int rank = query.start(g); rank <= query.end(g) - query.relevantIn(g); rank++) {
            double first = noneYet * query.relevantIn(g) / (query.end(g) - rank);
            sums[Math.min(rank, RANKS)].add(first);
            noneYet -= first;
        }
    }
}
