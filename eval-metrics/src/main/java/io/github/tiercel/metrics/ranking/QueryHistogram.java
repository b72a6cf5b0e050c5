package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.Arrays;
import java.util.List;

/**
 * How the values of queries are distributed between 0 and 1: the weight of queries in bins of equal width. A bin holds
 * its lower end, the last one its upper end too. Queries that do not count are absent. Immutable.
 *
 * <p>A mean over queries hides whether all are served alike or some perfectly and others not at all; this does not.
 *
 * <pre>{@code
 * QueryHistogram histogram = QueryHistogram.of(RankingMetrics.NDCG_10.perQuery(predictions));
 * }</pre>
 *
 * @param weights the weight of the queries in each bin, at least one bin, from the lowest values up
 * @since 0.1
 */
public record QueryHistogram(List<Double> weights) {

    private static final int BINS = 20;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no bin
     */
    public QueryHistogram {
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must be those of at least one bin, got none");
        }
    }

    /**
     * {@return the histogram in 20 bins; O(queries)}
     *
     * @param values one value a query, in [0, 1] where it counts
     * @throws IllegalArgumentException if a value is beyond that
     */
    public static QueryHistogram of(QueryValues values) {
        CompensatedSum[] sums = new CompensatedSum[BINS];
        Arrays.setAll(sums, bin -> new CompensatedSum());
        for (int query = 0; query < values.size(); query++) {
            double weight = values.weight(query);
            values.value(query).ifPresent(value -> sums[bin(value)].add(weight));
        }
        return new QueryHistogram(Arrays.stream(sums).map(CompensatedSum::value).toList());
    }

    private static int bin(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("values of queries must be in [0, 1], got " + value);
        }
        return Math.min((int) (value * BINS), BINS - 1);
    }
}
