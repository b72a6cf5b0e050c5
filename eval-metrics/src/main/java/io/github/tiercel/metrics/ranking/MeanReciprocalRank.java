package io.github.tiercel.metrics.ranking;

/**
 * Mean reciprocal rank: for each query {@code 1 / r}, r being the rank of the first relevant row, from 1.
 *
 * <p>Averaged ties: the mean of {@code 1 / r} over all orders of the first group with a relevant row. trec_eval calls
 * it {@code recip_rank}. O(n log n) a query.
 *
 * @param counting what ties and queries without a relevant row count
 * @since 0.1
 */
public record MeanReciprocalRank(Counting counting) implements QueryMeanMetric {

    @Override
    public String name() {
        return "mrr";
    }

    @Override
    public double queryValue(RankedQuery query) {
        int g = 0;
        while (query.relevantIn(g) == 0) {
            g++;
        }
        int relevant = query.relevantIn(g);
        double sum = 0;
        double noneYet = 1;
        for (int rank = query.start(g); rank <= query.end(g) - relevant; rank++) {
            double chance = (double) relevant / (query.end(g) - rank);
            sum += noneYet * chance / (rank + 1);
            noneYet *= 1 - chance;
        }
        return sum;
    }
}
