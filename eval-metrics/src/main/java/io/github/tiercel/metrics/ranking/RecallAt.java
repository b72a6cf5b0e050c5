package io.github.tiercel.metrics.ranking;

/**
 * The number of relevant rows among the first k, divided by the number of all relevant rows of the query.
 *
 * <p>Averaged ties: a group that k cuts through gives its share of relevant rows for each place. trec_eval calls it
 * {@code recall_k}. O(n log n) a query.
 *
 * @param k the number of ranks, at least 1
 * @param counting what ties and queries without a relevant row count
 * @since 0.1
 */
public record RecallAt(int k, Counting counting) implements QueryMeanMetric {

    /**
     * Checks the number of ranks.
     *
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public RecallAt {
        Cut.check(k);
    }

    @Override
    public String name() {
        return Cut.name("recall", k);
    }

    @Override
    public double queryValue(RankedQuery query) {
        return query.relevantAt(k) / query.relevant();
    }
}
