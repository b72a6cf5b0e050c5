package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.Range;

/**
 * Mean average precision: for each query the mean, over all its relevant rows, of the share of relevant rows down to
 * that row: {@code (1 / R) sum_r rel_r hits_r / r}.
 *
 * <p>The denominator is R, all relevant rows. Averaged ties: the row at place j of a tied group with n rows, c of them
 * relevant, is relevant with chance {@code c / n} and then has {@code (j - 1)(c - 1) / (n - 1)} relevant ones before it
 * in the group. So a constant score earns what a random order earns, which differs from the one-step rule of
 * {@code average_precision} for binary labels. trec_eval calls it {@code map}. O(n log n) a query.
 *
 * @param counting what ties and queries without a relevant row count
 * @since 0.1
 */
public record MeanAveragePrecision(Counting counting) implements QueryMeanMetric {

    @Override
    public String name() {
        return "map";
    }

    @Override
    public double queryValue(RankedQuery query) {
        double sum = 0;
        for (int g = 0; g < query.groups(); g++) {
            if (query.relevantIn(g) > 0) {
                sum += precisions(query, g);
            }
        }
        return Range.UNIT.clamp(sum / query.relevant());
    }

    private static double precisions(RankedQuery query, int group) {
        int rows = query.end(group) - query.start(group);
        double relevant = query.relevantIn(group);
        double othersPerPlace = rows > 1 ? (relevant - 1) / (rows - 1) : 0;
        double sum = 0;
        for (int place = 0; place < rows; place++) {
            sum += (query.relevantBefore(group) + 1 + place * othersPerPlace) / (query.start(group) + place + 1);
        }
        return sum * relevant / rows;
    }
}
