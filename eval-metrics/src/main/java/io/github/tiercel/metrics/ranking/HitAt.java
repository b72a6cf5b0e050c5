package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ShareMetric;

/**
 * Whether a relevant row stands among the first k: 1 or 0 for each query.
 *
 * <p>Averaged ties: the chance that one of the places which k leaves to a tied group goes to a relevant row. trec_eval
 * calls it {@code success_k}. O(n log n) a query.
 *
 * @param k the number of ranks, at least 1
 * @param counting what ties and queries without a relevant row count
 * @since 0.1
 */
public record HitAt(int k, Counting counting) implements QueryMeanMetric, ShareMetric<RankingPredictions> {

    /**
     * Checks the number of ranks.
     *
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public HitAt {
        Cut.check(k);
    }

    @Override
    public String name() {
        return Cut.name("hit", k);
    }

    @Override
    public double queryValue(RankedQuery query) {
        double missed = 1;
        for (int g = 0; g < query.groups() && query.start(g) < k; g++) {
            missed *= missed(query, g);
        }
        return 1 - missed;
    }

    /** The chance that no relevant row of the group is drawn for the places that k leaves to it. */
    private double missed(RankedQuery query, int group) {
        double missed = 1;
        for (int rank = query.start(group); rank < Math.min(query.end(group), k); rank++) {
            int left = query.end(group) - rank;
            missed *= Math.max(0, left - query.relevantIn(group)) / (double) left;
        }
        return missed;
    }
}
