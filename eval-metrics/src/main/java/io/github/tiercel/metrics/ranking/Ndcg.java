package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.Range;

/**
 * Normalised discounted cumulative gain among the first k rows: {@code DCG@k / IDCG@k} with {@code DCG@k = sum_r gain_r
 * / log2(r + 1)} over ranks r from 1 to k. IDCG is the DCG of the best order.
 *
 * <p>In [0, 1], 1 for the best order. Averaged ties give every rank of a group the mean gain of the group, also where k
 * cuts through it. Undefined where some relevance is infinite. Shares of the largest gain are added up, so no relevance
 * overflows. O(n log n) a query. Called {@code ndcg_score} in scikit-learn, whose {@code ignore_ties} ranks the later
 * of tied rows first.
 *
 * <p>Source: K. Järvelin, J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", ACM TOIS 20 (2002),
 * doi:10.1145/582415.582418.
 *
 * @param k the number of ranks, at least 1; {@link #ALL_RANKS} for no cut
 * @param gain what a relevance is worth
 * @param counting what ties and queries without a relevant row count
 * @since 0.1
 */
public record Ndcg(int k, Gain gain, Counting counting) implements QueryMeanMetric {

    /** No cut: every row of a query is looked at. */
    public static final int ALL_RANKS = Integer.MAX_VALUE;

    /**
     * Checks the number of ranks.
     *
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public Ndcg {
        Cut.check(k);
    }

    @Override
    public String name() {
        return Cut.name(gain == Gain.LINEAR ? "ndcg" : "ndcg_exp", k);
    }

    @Override
    public boolean needsFiniteRelevance() {
        return true;
    }

    @Override
    public double queryValue(RankedQuery query) {
        double[] gains = gains(query);
        return Range.UNIT.clamp(DiscountedGain.of(query, gains, k) / DiscountedGain.best(gains, k));
    }

    private double[] gains(RankedQuery query) {
        double[] gains = new double[query.rows()];
        double most = 0;
        for (int rank = 0; rank < gains.length; rank++) {
            most = Math.max(most, query.relevance(rank));
        }
        for (int rank = 0; rank < gains.length; rank++) {
            gains[rank] = gain.share(query.relevance(rank), most);
        }
        return gains;
    }
}
