package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.Range;
import java.util.Arrays;

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
        String name = gain == Gain.LINEAR ? "ndcg" : "ndcg_exp";
        return k == ALL_RANKS ? name : Cut.name(name, k);
    }

    @Override
    public boolean needsFiniteRelevance() {
        return true;
    }

    @Override
    public double queryValue(RankedQuery query) {
        double[] gains = gains(query);
        double dcg = 0;
        for (int g = 0; g < query.groups() && query.start(g) < k; g++) {
            dcg += mean(gains, query.start(g), query.end(g)) * discounts(query.start(g), Math.min(query.end(g), k));
        }
        return Range.UNIT.clamp(dcg / idealDcg(gains));
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

    private double idealDcg(double[] gains) {
        double[] ascending = gains.clone();
        Arrays.sort(ascending);
        double dcg = 0;
        for (int rank = 0; rank < Math.min(k, ascending.length); rank++) {
            dcg += ascending[ascending.length - 1 - rank] * discount(rank);
        }
        return dcg;
    }

    private static double mean(double[] gains, int start, int end) {
        double sum = 0;
        for (int rank = start; rank < end; rank++) {
            sum += gains[rank];
        }
        return sum / (end - start);
    }

    private static double discounts(int start, int end) {
        double sum = 0;
        for (int rank = start; rank < end; rank++) {
            sum += discount(rank);
        }
        return sum;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2.0);
    }
}
