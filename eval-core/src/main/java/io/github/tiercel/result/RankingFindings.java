package io.github.tiercel.result;

import io.github.tiercel.metrics.ranking.FirstRelevant;
import io.github.tiercel.metrics.ranking.QueryHistogram;
import java.util.List;
import java.util.Optional;

/**
 * What was found of rankings.
 *
 * @param queries how many queries were evaluated
 * @param withoutRelevant how many of them have no relevant row, and count by the declared rule
 * @param ndcg ndcg at each number of ranks from 1 to 20 or to the rows of the longest query; empty for a sample, and
 *     where it is undefined
 * @param histogram how ndcg@10 is distributed over queries; empty where {@code ndcg} is
 * @param firstRelevant how far down the first relevant row of a query stands; empty for a sample
 * @since 0.1
 */
public record RankingFindings(
        int queries,
        int withoutRelevant,
        List<CutPoint> ndcg,
        Optional<QueryHistogram> histogram,
        Optional<FirstRelevant> firstRelevant)
        implements TaskFindings {

    /** Copies the list. */
    public RankingFindings {
        ndcg = List.copyOf(ndcg);
    }

    /**
     * {@return findings of so many queries and nothing else}
     *
     * @param queries how many queries were evaluated
     * @param withoutRelevant how many of them have no relevant row
     */
    public static RankingFindings of(int queries, int withoutRelevant) {
        return new RankingFindings(queries, withoutRelevant, List.of(), Optional.empty(), Optional.empty());
    }

    @Override
    public String task() {
        return "ranking";
    }
}
