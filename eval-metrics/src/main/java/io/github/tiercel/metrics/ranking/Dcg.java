package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.Range;

/**
 * Discounted cumulative gain among the first k rows: {@code sum_r gain_r / log2(r + 1)} over ranks r from 1 to k.
 *
 * <p>At least 0, in the unit of the gain, so that queries with more or more relevant rows count more; nDCG divides by
 * the best that a query allows. Averaged ties give every rank of a group the mean gain of the group, also where k cuts
 * through it. Undefined where some relevance is infinite, or so large that the sum is. O(n log n) a query. Called
 * {@code dcg_score} in scikit-learn.
 *
 * <p>Source: K. Järvelin, J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", ACM TOIS 20 (2002),
 * doi:10.1145/582415.582418.
 *
 * @param k the number of ranks, at least 1; {@link Ndcg#ALL_RANKS} for no cut
 * @param gain what a relevance is worth
 * @param counting what ties and queries without a relevant row count; without one the sum is 0, which is
 *     {@link WithoutRelevant#ZERO}
 * @since 0.1
 */
public record Dcg(int k, Gain gain, Counting counting) implements QueryMeanMetric {

    /**
     * Checks the number of ranks.
     *
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public Dcg {
        Cut.check(k);
    }

    @Override
    public String name() {
        return Cut.name(gain == Gain.LINEAR ? "dcg" : "dcg_exp", k);
    }

    @Override
    public Range range() {
        return Range.NON_NEGATIVE;
    }

    @Override
    public boolean needsFiniteRelevance() {
        return true;
    }

    @Override
    public double queryValue(RankedQuery query) {
        double[] gains = new double[query.rows()];
        for (int rank = 0; rank < gains.length; rank++) {
            gains[rank] = gain.of(query.relevance(rank));
        }
        return DiscountedGain.of(query, gains, k);
    }
}
